import type { Span } from "../../document/node.ts";
import type { SpecDocument } from "../../document/part.ts";
import { fileOf, type SpecsBeside } from "./check.ts";
import { appClientOf } from "./linked.ts";

/** A key of `clients` that leads to a spec. */
export interface EnvironmentsLink {
  /** In the environments file, without quotes. */
  readonly span: Span;
  /** From the file's folder, with `/`. */
  readonly path: string;
  /** Zero-based, of the app client that is meant. */
  readonly line: number;
}

/** The keys of `clients` whose specs are there. What is not there has a finding instead. */
export function environmentsLinks(document: SpecDocument, specs: SpecsBeside | undefined): EnvironmentsLink[] {
  return fileOf(document).specs.flatMap((spec) => {
    const beside = specs?.get(spec.path);
    if (!beside) return [];
    const { start, end } = spec.keySpan;
    const quotes = /^["']/.test(document.text.slice(start, start + 1)) ? 1 : 0;
    const found = appClientOf(beside, spec);
    const root = "client" in found && spec.clientName !== undefined ? found.client : undefined;
    const offset = root ? root.base + (root.root?.span.start ?? 0) : 0;
    const line = beside.text.slice(0, offset).split("\n").length - 1;
    return [{ span: { start: start + quotes, end: end - quotes }, path: spec.path, line }];
  });
}
