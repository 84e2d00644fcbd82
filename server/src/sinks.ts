/**
 * The way out for text that files, users or AWS wrote: one function for each sink. Imports nothing, so that every part may use it.
 *
 * File names, keys, values, ids of config files and AWS's words go through the function of the sink that they are printed to,
 * each by itself, before our own words, colours and line breaks are put around them. None of them hides a secret.
 */

/**
 * What a reader does not see, or sees elsewhere than it stands: controls, line breaks, bidirectional controls, joiners, marks of
 * order, tags, lone surrogates, variation selectors, and every space but the plain one (Unicode UAX 44: Cc, Cf, Cs, Zl, Zp, Zs, DI).
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** As JSON and JavaScript write it: `\u001b`; what lies beyond the basic plane as a pair. */
const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, at) => unit(character.charCodeAt(at))).join("");
const unit = (code: number): string => `\\u${code.toString(16).padStart(4, "0")}`;

/**
 * Text in which everything can be seen, on one line: `\u202e` instead of a character that turns the line round.
 * @param kept characters that stay as they are, such as `"\t"` in an excerpt whose caret stands below it.
 */
export function visible(text: string, kept = ""): string {
  return text.replace(UNSEEN, (character) => (kept.includes(character) ? character : escaped(character)));
}

/** Cuts a text that is longer than so many characters (code points, not UTF-16 units) and says so by `…`. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = Array.from(text.slice(0, 2 * length + 2));
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : text;
}

/**
 * For a terminal, and for the log that a CI service keeps of one. A value cannot move the cursor or colour what follows, and it
 * begins no workflow command: GitHub reads `::error::…` at the start of a line and `##[error]…` anywhere in it, Azure Pipelines
 * `##vso[…]`, TeamCity `##teamcity[…]`, each on both streams.
 */
export function forTerminal(text: string, kept = ""): string {
  return visible(text, kept)
    .replace(/^([ \t]*):/, "$1\\u003a")
    .replace(COMMAND, "\\u0023#");
}
const COMMAND = /##(?=\w*\[)/g;

/** The same for a text of several lines, such as an answer of AWS or a plan: the lines stay lines. */
export function linesForTerminal(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => forTerminal(line, "\t"))
    .join("\n");
}

/** The message of a GitHub workflow command, after its second `::`. */
export function forWorkflowMessage(text: string): string {
  return visible(text, "\n").replace(/%/g, "%25").replace(/\n/g, "%0A");
}

/** The value of a property of a GitHub workflow command: `file=…`, `title=…`. */
export function forWorkflowProperty(text: string): string {
  return visible(text).replace(/%/g, "%25").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

/** Plain words within Markdown (hovers, pages, job summaries): no link, no image, no HTML, no command, no table cell ends in it. */
export function forMarkdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()#+\-.!|<>~=:@$^]/g, "\\$&")
    .replace(/&/g, "&amp;");
}

/** A value as code within Markdown, in as many backticks as it needs. */
export function codeForMarkdown(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return shown === "" ? "` `" : `${fence}${/^[ `]|[ `]$/.test(shown) ? ` ${shown} ` : shown}${fence}`;
}

/**
 * For a notification of VS Code, which reads `[words](command:…)` as a link that runs a command, whoever wrote it.
 * @param length so many characters are enough to recognise the value; what is longer is cut.
 */
export function forNotification(text: string, length = 300): string {
  return cut(visible(text), length)
    .replace(/\](?=\()/g, "] ")
    .replace(/\]$/, "] ")
    .replace(/^\(/, " (");
}

/**
 * A plan's JSON (as `JSON.stringify` writes it): what is shown looks like what is sent, since an escape within a string means
 * the same and can be seen. Line breaks and indentation stay.
 */
export function forPlan(json: string): string {
  return visible(json, "\n\t");
}

/** JSON for programs, as `JSON.stringify` writes it: the same value, in characters that no terminal and no CI service acts upon. */
export function forPrograms(json: string): string {
  return visible(json, "\n").replace(COMMAND, "\\u0023#");
}

/** Text and attribute values of XML 1.0, which has no way to write most control characters. */
export function forXml(text: string, kept = ""): string {
  return visible(text, kept)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(COMMAND, "&#35;#");
}
