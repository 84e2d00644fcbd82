import type { Span } from "../node.ts";
import type { Part } from "../part.ts";
import { applyEdits, replacement } from "../text-edit.ts";

/** Keeps those spans that can go without leaving an alias behind that leads nowhere. */
export function withoutNeededAnchors<T extends Span>(part: Part, spans: readonly T[]): readonly T[] {
  if (part.syntax === "json" || !part.text.includes("&")) return spans;
  const outside = applyEdits(
    part.text,
    spans.map(({ start, end }) => replacement(start, end, "")),
  );
  const free = spans.filter(
    ({ start, end }) => !anchorsIn(part.text.slice(start, end)).some((name) => isUsed(name, outside)),
  );
  return free.length === spans.length ? spans : withoutNeededAnchors(part, free);
}

/** @returns whether an anchor in the span is used anywhere in the part. */
export function holdsUsedAnchor({ syntax, text }: Part, { start, end }: Span): boolean {
  return syntax === "yaml" && anchorsIn(text.slice(start, end)).some((name) => isUsed(name, text));
}

// Quoted text that looks like an anchor or alias only makes an edit more careful than it need be.
function anchorsIn(text: string): string[] {
  return [...text.matchAll(/(?<=^|[\s,[{])&([^\s,[\]{}]+)/g)].map((match) => match[1] ?? "");
}

function isUsed(name: string, text: string): boolean {
  for (let at = text.indexOf(`*${name}`); at >= 0; at = text.indexOf(`*${name}`, at + 1)) {
    const next = text.charAt(at + name.length + 1);
    if (next === "" || /[\s,[\]{}]/.test(next)) return true;
  }
  return false;
}
