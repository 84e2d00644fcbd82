import type { AppClient } from "../../clients/app-client.ts";
import { findMember, type Path, type SpecNode } from "../../document/node.ts";
import { nameOf } from "../../reading/name.ts";
import type { Context } from "../context.ts";
import { written } from "./merged.ts";
import { quotedValue } from "./quoted-value.ts";

/**
 * Which environments say something else of a member, as Markdown lines: `prod: …`. Empty where none does.
 * @param path from the request; an item of a list stands for its list, since `set` replaces lists as a whole.
 */
export function overriddenText(client: AppClient, path: Path, { environments }: Pick<Context, "environments">): string {
  if (!environments?.source) return "";
  const { file, path: specPath, source } = environments;
  const own = nameOf(client);
  const steps = path.filter((step) => typeof step === "string");
  const lines = file.specs
    .filter((spec) => spec.path === specPath && (spec.clientName === undefined || spec.clientName === own))
    .flatMap(({ links }) => links)
    .flatMap(({ environment, set }) => {
      const value = set && file.environments.has(environment) ? overriding(set, steps) : undefined;
      if (!value) return [];
      const isRemoved = value.kind === "scalar" && value.value === null;
      const told = isRemoved ? "left out" : quotedValue(written(value), [source.part, client.part]);
      return [`- ${environment}: ${told}`];
    });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n\n(${source.name})`;
}

/** The member itself, or one above it that takes it away. */
function overriding(set: SpecNode, [first, ...rest]: readonly string[]): SpecNode | undefined {
  const value = first === undefined ? undefined : findMember(set, first)?.value;
  return value?.kind === "object" && rest.length > 0 ? overriding(value, rest) : value;
}
