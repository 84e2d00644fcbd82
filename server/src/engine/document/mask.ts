import type { Syntax } from "./part.ts";

/**
 * A template engine's tags are no JSON or YAML, and only the engine knows what they become: `UserPoolId: {{ pool }}`, a line of
 * `{% if prod %}`. For the parser they are covered, character by character, so that all offsets stay: a line that is nothing but tags
 * with spaces, a tag in a value with a word. A covered value is unknown (see `isCovered`).
 * @returns the text itself where there is no such tag. Linear: no search goes beyond its line, and each begins behind the last.
 */
export function coverTags(text: string, syntax: Syntax): string {
  if (!hasTags(text)) return text;
  const lines = text.split("\n").map((line) => (isTagLine(line) ? line.replace(/[^\r]/g, " ") : line));
  const covered = lines.join("\n");
  return syntax === "yaml" ? covered.replace(TAG, (tag) => "x".repeat(tag.length)) : coverInJson(covered);
}

/** Whether there may be something to cover. */
export function hasTags(text: string): boolean {
  return text.includes("{{") || text.includes("{%") || text.includes("<%") || text.includes("@@");
}

/** Whether something at the span was covered for the parser. */
export function isCovered(text: string, covered: string, start: number, end: number): boolean {
  return text !== covered && text.slice(start, end) !== covered.slice(start, end);
}

/** Tags within one line; inner braces end the search, as in `{{{a: 1}}`. */
const TAG = /\{\{[^{}\n]*\}\}|\{%[^{}%\n]*%\}|<%[^<%\n]*%>|@@\w+@@/g;

/** `{% if x %}`, `{{- end }}`, `<% end %>`, `{# note #}`; but a value of `{{ x }}` alone in its line belongs to the key above it. */
function isTagLine(line: string): boolean {
  const trimmed = line.trim();
  if (/^(?:\{%|<%(?!=)|\{#)/.test(trimmed)) return /(?:%\}|%>|#\})$/.test(trimmed);
  return (
    /^\{\{-? *(?:if|else|end|range|with|include|template|define|toYaml|#|\/)/.test(trimmed) && trimmed.endsWith("}}")
  );
}

/** Outside strings a tag becomes a string; within them nothing is in the parser's way. Strings do not go beyond their line. */
function coverInJson(text: string): string {
  return text.replace(STRING_OR_TAG, (piece) =>
    piece.startsWith('"') ? piece : `"${"x".repeat(Math.max(0, piece.length - 2))}"`,
  );
}
const STRING_OR_TAG = new RegExp(`"(?:[^"\\\\\\n]|\\\\[^\\n])*"?|${TAG.source}`, "g");
