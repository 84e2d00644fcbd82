import type { SpecNode } from "../document/node.ts";
import type { Spec } from "./spec.ts";

/**
 * The literal pieces of a text that the deploy completes: they stand in it whatever the values. Without what another tool may
 * fill in first, and without dynamic references.
 * @returns none where the text is not known so well.
 */
export function literalPieces(spec: Spec, node: SpecNode | undefined): readonly string[] {
  const text = deployText(spec, node);
  return text === undefined ? [] : text.split(VARIABLE);
}

/** @returns a text with `${…}` for what the deploy fills in, and nothing else in it that may be anything but itself. */
export function deployText({ template }: Spec, node: SpecNode | undefined): string | undefined {
  if (node?.kind !== "unknown" || !node.isText || !node.call || node.text === undefined) return undefined;
  if (!template || template.site.isOpen || !template.site.view.keepsValues) return undefined;
  return /[{}<>[\]$%]/.test(node.text.replace(VARIABLE, "")) ? undefined : node.text;
}

const VARIABLE = /\$\{[^{}]*\}/g;

/** Whether two texts are different whatever the same `${…}` stand for. */
export function isOtherText(one: string, other: string): boolean {
  const [a, b] = [tokensOf(one), tokensOf(other)];
  if (differsFirst(a, b) || differsFirst(a.toReversed(), b.toReversed())) return true;
  // The same variables have the same lengths, in whatever order.
  const variables = (tokens: readonly string[]) => tokens.filter(isVariable).sort().join();
  return a.length !== b.length && variables(a) === variables(b);
}

/** Characters, and variables as one. */
function tokensOf(text: string): string[] {
  return text.match(/\$\{[^{}]*\}|./gs) ?? [];
}

function differsFirst(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((token, index) => token !== b[index]);
  const [one, other] = [a[at], b[at]];
  return one !== undefined && other !== undefined && !isVariable(one) && !isVariable(other);
}

function isVariable(token: string): boolean {
  return token.length > 1;
}
