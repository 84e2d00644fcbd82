/**
 * Text that stands for something filled in later, by a deploy tool, a shell, a template engine or a person (all met in real files).
 * Such a value is unknown, and what is unknown is never reported as wrong. Each search is linear in the text.
 */

/** @returns whether the string is, or contains, a placeholder. */
export function isTemplate(text: string): boolean {
  if (!/[$%#{(<[@_?]/.test(text)) return false;
  return (
    hasPair(text, "${", "}") ||
    hasPair(text, "{{", "}}") ||
    hasPair(text, "<%", "%>") ||
    INSIDE.test(text) ||
    isWhole(text)
  );
}

/** @returns whether a person, not a tool, still has to write the value, or a part of it: `$NAME`, `<your-domain>` or `?`. */
export function isPlaceholder(text: string): boolean {
  return WHOLE.test(text.trim()) || IN_ANGLES.test(text);
}

function isWhole(text: string): boolean {
  const trimmed = text.trim();
  return WHOLE.test(trimmed) || WHOLE_LOWER.test(trimmed);
}

function hasPair(text: string, open: string, close: string): boolean {
  const start = text.indexOf(open);
  return start >= 0 && text.indexOf(close, start + open.length) >= 0;
}

const WHOLE = /^(?:\$[A-Za-z_][A-Za-z0-9_]*|<[^<>]+>|\?)$/;
/** In the middle of a value only capitals are taken for a placeholder: `my__app__name` is a name. */
const WHOLE_LOWER = /^(?:__[A-Za-z][A-Za-z0-9_]*__|%[A-Za-z_][A-Za-z0-9_]*%)$/;
const IN_ANGLES = /<[A-Za-z][\w .:-]*>/;
/**
 * `$(X)`, `#{X}`, `((x))`, `[[x]]`, `@@X@@`, `__X__`, `<x>`, `$X` and `%X%`. An escape such as `%C3%A9` is two hexadecimal digits
 * behind its sign: a name between percent signs either does not begin so, or has an underscore.
 */
const INSIDE = new RegExp(
  [
    /\$\([A-Za-z_][\w.]*\)/,
    /#\{[^{}]*\}/,
    /\(\([\w./-]+\)\)/,
    /\[\[ ?[\w.]+ ?\]\]/,
    /@@\w+@@/,
    /__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__/,
    IN_ANGLES,
    /\$[A-Z][A-Z0-9_]+/,
    /%(?![0-9A-F]{2}[A-Z0-9]*%)[A-Z][A-Z0-9_]+%/,
  ]
    .map(({ source }) => source)
    .join("|"),
);
