import type { At, Refactoring } from "./refactoring.ts";

const WRAPPER = "UserPoolClient";

/** Puts the request into `UserPoolClient`, as AWS's answers have it: no request, which is reported at once. Taking it out again is that finding's fix. */
export function wrap({ part, spec, path }: At): Refactoring[] {
  const { root } = part;
  if (path.length > 0 || root?.kind !== "object" || spec.shape.kind !== "request" || spec.entries.length === 0)
    return [];
  const { start, end } = root.span;
  const lineStart = part.text.lastIndexOf("\n", start - 1) + 1;
  const before = part.text.slice(lineStart, start);
  if (root.flow) {
    const body = part.text.slice(start, end).replace(/\n(?=.)/g, "\n  ");
    const key = part.syntax === "json" ? '"UserPoolClient"' : "UserPoolClient";
    const isMultiline = body.includes("\n");
    const newText = isMultiline ? `{\n${before}  ${key}: ${body}\n${before}}` : `{ ${key}: ${body} }`;
    return [
      { title: "Wrap in UserPoolClient", edits: [{ span: root.span, newText }], keepsValue: false, expects: WRAPPER },
    ];
  }
  // Block style: every line of the map moves two columns in.
  if (before.trim() !== "") return [];
  const edits = [{ span: { start: lineStart, end: lineStart }, newText: `${before}UserPoolClient:\n  ` }];
  for (let at = part.text.indexOf("\n", start); at >= 0 && at < end; at = part.text.indexOf("\n", at + 1)) {
    const next = part.text.charAt(at + 1);
    if (at + 1 < end && next !== "\n" && next !== "\r")
      edits.push({ span: { start: at + 1, end: at + 1 }, newText: "  " });
  }
  return [{ title: "Wrap in UserPoolClient", edits, keepsValue: false, expects: WRAPPER }];
}
