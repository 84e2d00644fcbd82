import { emitScalar } from "../../document/edit/emit.ts";
import type { Style } from "../../document/edit/style.ts";
import type { Syntax } from "../../document/part.ts";
import type { Cursor } from "../completion/cursor.ts";
import { snippetText, type Written } from "../completion/write.ts";

/** What a key of the environments file leads to: `first` is the member that an object begins with. */
export type EntryShape =
  | { readonly is: "object"; readonly first?: string }
  /** `quoted`: in quotes in YAML, too. */
  | { readonly is: "text"; readonly quoted?: boolean; readonly choices: boolean }
  | { readonly is: "boolean" };

/** Writes a key with a value of its shape, and the cursor where that is to be typed. */
export function writeEntry(key: string, shape: EntryShape, cursor: Cursor, syntax: Syntax, style: Style): Written {
  const name =
    syntax === "yaml" && cursor.quote
      ? `${cursor.quote}${key}${cursor.quote}`
      : emitScalar(key, syntax, cursor.flow, style);
  if (cursor.hasColon) return { text: name, snippet: false, retrigger: false };
  const quote = syntax === "json" || (shape.is === "text" && shape.quoted) ? '"' : "";
  if (syntax === "yaml" && !cursor.flow) {
    const inner = `${style.eol}${cursor.indent}${style.unit}`;
    const value = shape.is === "object" ? `${inner}${shape.first ? `${shape.first}: ` : ""}$0` : ` ${quote}$0${quote}`;
    return { text: `${snippetText(name)}:${value}`, snippet: true, retrigger: opensAgain(shape) };
  }
  const first = shape.is === "object" && shape.first ? `${emitScalar(shape.first, syntax, true, style)}: ` : "";
  const text = shape.is === "boolean" ? "${1|true,false|}" : `${quote}$1${quote}`;
  const value = shape.is === "object" ? `{ ${first}${first ? `${quote}$1${quote}` : "$1"} }` : text;
  return { text: `${snippetText(name)}: ${value}`, snippet: true, retrigger: opensAgain(shape) };
}

function opensAgain(shape: EntryShape): boolean {
  return shape.is !== "text" || shape.choices;
}
