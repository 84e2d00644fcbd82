/**
 * Strings that stand for something filled in later: `${…}` and `{{…}}` anywhere, and as the whole string `$NAME`, `<…>`, `?`
 * (all met in real files; see CONTRIBUTING.md). Such a value is unknown, and what is unknown is never reported as wrong.
 */
const ANYWHERE = /\$\{[^}]*\}|\{\{[\s\S]*?\}\}/;
const WHOLE = /^(?:\$[A-Za-z_][A-Za-z0-9_]*|<[^<>]+>|\?)$/;

/** @returns whether the string is, or contains, a placeholder. */
export function isTemplate(text: string): boolean {
  return ANYWHERE.test(text) || WHOLE.test(text.trim());
}

/** @returns whether the whole string stands for a value that a person, not a tool, still has to write: `$NAME`, `<…>` or `?`. */
export function isPlaceholder(text: string): boolean {
  return WHOLE.test(text.trim());
}
