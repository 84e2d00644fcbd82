import type { Property, ValueType } from "../../catalogue/entry.ts";
import { emitScalar } from "../../document/edit/emit.ts";
import type { Style } from "../../document/edit/style.ts";
import type { Syntax } from "../../document/part.ts";
import type { Cursor } from "./cursor.ts";

/** Text to insert: `snippet` when it has tab stops. */
export interface Written {
  readonly text: string;
  readonly snippet: boolean;
  /** Completion should open again at the first tab stop. */
  readonly retrigger: boolean;
}

/** What completion would offer for a member. */
export interface Choices {
  /** Best first: what a new member begins with. */
  values(property: Property): readonly (string | number | boolean)[];
  hasAny(property: Property): boolean;
}

/** Writes a member with a value of the right shape and the cursor where the value is to be typed. */
export function writeMember(
  property: Property,
  cursor: Cursor,
  syntax: Syntax,
  style: Style,
  choices: Choices,
): Written {
  const name = writeName(property.name, cursor, syntax, style);
  if (cursor.hasColon) return { text: name, snippet: false, retrigger: false };
  if (syntax === "yaml" && !cursor.flow) return blockMember(name, property, cursor.indent, style, choices);
  const { text, retrigger } = flowMember(property, syntax, style, choices);
  return {
    text: `${snippetText(name)}${style.colon.includes(" ") || syntax === "yaml" ? ": " : ":"}${text}`,
    snippet: true,
    retrigger,
  };
}

/** A list opens with its first item, everything else as its type demands. */
function flowMember(
  property: Property,
  syntax: Syntax,
  style: Style,
  choices: Choices,
): { text: string; retrigger: boolean } {
  if (property.value.type !== "list") return flowShape(property, syntax, style, 1, choices);
  const quote = syntax === "json" ? '"' : "";
  const { text, retrigger } = firstItem(property);
  return { text: `[${quote}${text}${quote}]`, retrigger };
}

function writeName(name: string, cursor: Cursor, syntax: Syntax, style: Style): string {
  if (syntax === "yaml" && cursor.quote) return `${cursor.quote}${name}${cursor.quote}`;
  return emitScalar(name, syntax, cursor.flow, style);
}

/**
 * In block style a member ends its line, so a snippet's stop would go on over the lines that follow: `$0` leaves none
 * behind, and the list of values opens instead.
 */
function blockMember(name: string, property: Property, indent: string, style: Style, choices: Choices): Written {
  const { value } = property;
  const key = `${snippetText(name)}:`;
  const retrigger = choices.hasAny(property);
  if (value.type === "list")
    return { text: `${key}${style.eol}${indent}${style.listIndent}- $0`, snippet: true, retrigger };
  if (value.type !== "object") return { text: `${key} $0`, snippet: true, retrigger };
  const first = value.members.find((member) => member.required?.includes("create"));
  const inner = `${style.eol}${indent}${style.unit}${first ? `${first.name}: ` : ""}`;
  return { text: `${key}${inner}$0`, snippet: true, retrigger: true };
}

function firstItem({ name, value }: Property): { text: string; retrigger: boolean } {
  if (name === "CallbackURLs") return { text: "${1:https://example.com/callback}", retrigger: false };
  if (name === "LogoutURLs") return { text: "${1:https://example.com/}", retrigger: false };
  return {
    text: "$1",
    retrigger: value.type === "list" && ((value.items.values ?? value.items.suggestions)?.length ?? 0) > 0,
  };
}

/** A value on one line; `stop` is the number of its first tab stop. */
function flowShape(
  property: Property,
  syntax: Syntax,
  style: Style,
  stop: number,
  choices: Choices,
): { text: string; retrigger: boolean } {
  const quote = syntax === "json" ? '"' : "";
  const type: ValueType = property.value;
  switch (type.type) {
    case "boolean":
      return { text: choice(choices.values(property), stop), retrigger: false };
    case "integer":
      return {
        text: `\${${stop}:${choices.values(property)[0] ?? type.default ?? type.minimum}}`,
        retrigger: false,
      };
    case "string":
      if (type.values) return { text: `${quote}${choice(choices.values(property), stop)}${quote}`, retrigger: false };
      return { text: `${quote}$${stop}${quote}`, retrigger: true };
    case "list":
      return { text: `[${quote}$${stop}${quote}]`, retrigger: true };
    case "object": {
      const required = type.members.filter((member) => member.required?.includes("create"));
      const members = required.map(
        (member, index) =>
          `${quote}${member.name}${quote}: ${flowShape(member, syntax, style, stop + index, choices).text}`,
      );
      return members.length > 0
        ? { text: `{ ${members.join(", ")} }`, retrigger: false }
        : { text: `{ $${stop} }`, retrigger: true };
    }
  }
}

function choice(values: readonly (string | number | boolean)[], stop: number): string {
  return `\${${stop}|${values.join(",")}|}`;
}

/**
 * Writes a value where the cursor is; for a list's member that has none yet, as its first item.
 * @param isCode the value is written already, as a function of a template.
 */
export function writeValue(
  value: string | number | boolean,
  asList: boolean,
  cursor: Cursor,
  syntax: Syntax,
  style: Style,
  { isCode }: { readonly isCode: boolean } = { isCode: false },
): string {
  const scalar = isCode
    ? String(value)
    : syntax === "yaml" && cursor.quote && typeof value === "string"
      ? quotedAs(value, cursor.quote)
      : emitScalar(value, syntax, cursor.flow, style);
  const space = cursor.needsSpace ? " " : "";
  if (cursor.at === "item") {
    const dash = cursor.flow || cursor.hasDash ? "" : "- ";
    return `${space}${dash}${scalar}`;
  }
  if (!asList) return `${space}${scalar}`;
  if (cursor.flow) return `${space}[${scalar}]`;
  if (cursor.ownLine) return `- ${scalar}`;
  // Behind `Key:` a list begins on the next line.
  return `${style.eol}${cursor.indent}${style.listIndent}- ${scalar}`;
}

function quotedAs(value: string, quote: '"' | "'"): string {
  return quote === "'" ? `'${value.replace(/'/g, "''")}'` : JSON.stringify(value);
}

/** In snippet syntax `$`, `}` and `\` are special. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
