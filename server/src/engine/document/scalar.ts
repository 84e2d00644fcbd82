/** How the two syntaxes write single values. */

/** Words and shapes that YAML 1.1 or 1.2 readers take for something else than a string (YAML 1.2.2, 10.3; yaml.org/type). */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<)$/i;
const NUMBERS = /^[-+]?(?:\.?[0-9][0-9_,.:a-fox+-]*|\.inf|\.nan)$/i;
const DATES = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/;
/** Characters that begin something else (YAML 1.2.2, 5.3). */
const INDICATORS = /^[-?:,[\]{}#&*!|>'"%@`]/;
/** Not printable, or taken for a line break. */
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Of the resolvers of ruamel.yaml, with which the AWS CLI reads YAML 1.2, those that know more than its core schema. */
const RUAMEL_DATE =
  /^[0-9]{4}-(?:[0-9]{2}-[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/;
const RUAMEL_NUMBER =
  /^(?:[-+][0-9_]+|[-+]?(?:0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9_]+(?:[eE][-+][0-9]+)?))$/;

/** @returns what the AWS CLI takes plain text for that YAML's core schema reads as text; `undefined` where it reads the text, too. */
export function readOtherwise(text: string): "date" | "number" | undefined {
  if (RUAMEL_DATE.test(text)) return "date";
  return RUAMEL_NUMBER.test(text) ? "number" : undefined;
}

/** @returns whether YAML reads the text, unquoted, as this very string. */
export function isPlain(text: string, flow: boolean): boolean {
  if (text === "" || /^\s|\s$|:(?:\s|$)|\s#/.test(text) || INDICATORS.test(text) || text.startsWith("..."))
    return false;
  if (ESCAPED.test(text) || WORDS.test(text) || NUMBERS.test(text) || DATES.test(text)) return false;
  return !flow || !/[,[\]{}]/.test(text);
}

/** In the quotes asked for, unless the text needs escapes, which only double quotes have. */
export function quoted(text: string, quote: '"' | "'"): string {
  return quote === "'" && !ESCAPED.test(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

/** Good for JSON and YAML. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
