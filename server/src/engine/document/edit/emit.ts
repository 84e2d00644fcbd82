import type { Syntax } from "../part.ts";
import { doubleQuoted, isPlain, quoted } from "../scalar.ts";
import { defaultStyle, type Style } from "./style.ts";

/** A value without a place. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/**
 * Pretty-prints a value.
 * @param style what differs from the default (LF, two spaces).
 * @param indent the white space that every line but the first begins with.
 */
export function emit(value: PlainValue, syntax: Syntax, style: Partial<Style> = {}, indent = ""): string {
  const full = { ...defaultStyle, ...style };
  return syntax === "json" ? emitFlow(value, "json", full, indent) : emitBlock(value, full, indent);
}

/** JSON, or YAML's flow style. With an `indent` over several lines, with `undefined` on one. */
export function emitFlow(value: PlainValue, syntax: Syntax, style: Style, indent: string | undefined): string {
  if (!isCollection(value)) return emitScalar(value, syntax, true, style);
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  if (isEmpty(value)) return open + close;
  const onOneLine = indent === undefined || isInline(value, style);
  const inner = onOneLine ? undefined : indent + style.unit;
  const entries = isList(value)
    ? value.map((item) => emitFlow(item, syntax, style, inner))
    : Object.entries(value).map(([key, item]) => emitFlowMember(key, item, syntax, style, inner));
  if (inner !== undefined)
    return `${open}${style.eol}${inner}${entries.join(`,${style.eol}${inner}`)}${style.eol}${indent}${close}`;
  const padding = isList(value) ? "" : style.padding;
  return open + padding + entries.join(style.comma) + padding + close;
}

export function emitFlowMember(
  key: string,
  value: PlainValue,
  syntax: Syntax,
  style: Style,
  indent: string | undefined,
): string {
  return emitScalar(key, syntax, true, style) + style.colon + emitFlow(value, syntax, style, indent);
}

/** YAML's block style; collections begin on the current line. */
export function emitBlock(value: PlainValue, style: Style, indent: string): string {
  if (!isCollection(value)) return emitScalar(value, "yaml", false, style);
  if (isEmpty(value)) return isList(value) ? "[]" : "{}";
  const entries = isList(value)
    ? value.map((item) => `- ${emitBlock(item, style, `${indent}  `)}`)
    : Object.entries(value).map(([key, item]) => emitBlockMember(key, item, style, indent));
  return entries.join(style.eol + indent);
}

export function emitBlockMember(key: string, value: PlainValue, style: Style, indent: string): string {
  return `${emitScalar(key, "yaml", false, style)}:${emitAfterKey(value, style, indent)}`;
}

/** What follows a key's colon; `indent` is the key's. */
export function emitAfterKey(value: PlainValue, style: Style, indent: string): string {
  if (!isCollection(value) || isEmpty(value)) return ` ${emitBlock(value, style, indent)}`;
  if (isInline(value, style)) return ` ${emitFlow(value, "yaml", style, undefined)}`;
  const inner = indent + (isList(value) ? style.listIndent : style.unit);
  return style.eol + inner + emitBlock(value, style, inner);
}

export function emitScalar(
  value: string | number | boolean | null,
  syntax: Syntax,
  flow: boolean,
  style: Pick<Style, "quote">,
): string {
  if (typeof value !== "string") return String(value);
  if (syntax === "json") return doubleQuoted(value);
  return isPlain(value, flow) ? value : quoted(value, style.quote);
}

export function isCollection(
  value: PlainValue,
): value is readonly PlainValue[] | { readonly [key: string]: PlainValue } {
  return typeof value === "object" && value !== null;
}

/** Whether a value is a list of scalars in a style that writes those on one line. */
export function isInline(value: PlainValue, style: Style): boolean {
  return isList(value) && style.inlineLists && !value.some(isCollection);
}

export function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

export function isEmpty(value: readonly PlainValue[] | { readonly [key: string]: PlainValue }): boolean {
  return Object.keys(value).length === 0;
}
