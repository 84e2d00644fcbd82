import type { EnumValue } from "../../catalogue/entry.ts";
import { memberOf } from "../../catalogue/properties.ts";
import { respelling, type Synonyms } from "../../catalogue/respelling.ts";
import type { ScalarNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import type { Field } from "../../reading/fields.ts";
import { use } from "../fixes/fix.ts";
import type { Fix, Report } from "../rule.ts";
import { listed, shown } from "../shown.ts";

/** @returns the values that the catalogue knows for a string, or for a list's items. */
export function valuesAt(...path: readonly string[]): readonly string[] {
  const type = memberOf(path)?.value;
  const values = type?.type === "string" ? type.values : type?.type === "list" ? type.items.values : undefined;
  if (!values) throw new Error(`${path.join(".")} has no fixed values in the catalogue`);
  return values.map(({ value }: EnumValue) => value);
}

/** Checks a string against a closed set of values; a misspelling gets the right value, anything else the choice of all. */
export function* checkValue(
  field: Field<string, ScalarNode>,
  name: string,
  values: readonly string[],
  synonyms: Synonyms,
): Generator<Report> {
  if (field.state !== "known" || values.includes(field.value)) return;
  const { node, path, value } = field;
  const meant = respelling(value, values, synonyms);
  yield {
    span: node.span,
    path,
    message: `${name} is ${shown(value)}, but AWS takes ${listed(values, "or")} only, spelt exactly so. ${meant ? `Write ${meant.word}.` : "Choose one of them."}`,
    data: { member: name, value },
    fixes: (part) => valueFixes(part, node, values, meant),
  };
}

export function valueFixes(
  part: Part,
  node: ScalarNode,
  values: readonly string[],
  meant: { readonly word: string; readonly certain: boolean } | undefined,
): Fix[] {
  if (meant) return use(part, node, meant.word, { safe: meant.certain });
  return values.flatMap((value) => use(part, node, value));
}
