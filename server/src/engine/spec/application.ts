import type { ApplicationType } from "../catalogue/entry.ts";
import { findItem, itemsOf } from "./lists.ts";
import type { Spec } from "./spec.ts";

export interface Application {
  readonly type: ApplicationType;
  /** Plain clauses that say what it was concluded from; empty when unknown. */
  readonly because: readonly string[];
}

/** Tells the application type from what the spec says. */
export function inferApplication(spec: Spec): Application {
  if (findItem(spec.flows, "client_credentials"))
    return { type: "m2m", because: ["AllowedOAuthFlows has client_credentials"] };
  if (itemsOf(spec.flows).length > 0) {
    return spec.secret === "yes"
      ? { type: "web", because: ["it has a secret"] }
      : { type: "spa", because: ["it has no secret"] };
  }
  return { type: "unknown", because: [] };
}
