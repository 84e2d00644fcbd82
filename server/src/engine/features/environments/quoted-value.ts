import { codeForMarkdown, cut } from "../../../sinks.ts";
import type { PlainValue } from "../../document/edit/emit.ts";
import type { Part } from "../../document/part.ts";
import { HIDDEN, isQuotable } from "../../lint/quotable.ts";

/** So much of a value is enough to know it again. */
const LENGTH = 200;

/**
 * A value of a file as Markdown code: text without quotes, the rest as JSON.
 * @param parts the texts whose secrets must not be in it.
 */
export function quotedValue(value: PlainValue, parts: readonly Part[]): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return parts.every((part) => isQuotable(part, text)) ? codeForMarkdown(cut(text, LENGTH)) : HIDDEN;
}
