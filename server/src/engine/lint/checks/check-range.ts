import type { IntegerType } from "../../catalogue/entry.ts";
import { memberOf } from "../../catalogue/properties.ts";
import type { ScalarNode } from "../../document/node.ts";
import type { Field } from "../../reading/fields.ts";
import type { Report } from "../rule.ts";

/** @returns the catalogue's limits of a whole number. */
export function rangeAt(...path: readonly string[]): IntegerType {
  const type = memberOf(path)?.value;
  if (type?.type !== "integer") throw new Error(`${path.join(".")} is no number in the catalogue`);
  return type;
}

/** Checks a whole number against inclusive bounds. */
export function* checkRange(
  field: Field<number, ScalarNode>,
  { minimum, maximum }: IntegerType,
  advice: string,
  fixes: (value: number, node: ScalarNode) => NonNullable<Report["fixes"]>,
): Generator<Report> {
  if (field.state !== "known" || (field.value >= minimum && field.value <= maximum)) return;
  const { member, node, path, value } = field;
  yield {
    span: node.span,
    path,
    // A number that JavaScript cannot hold would be shown as another one.
    message: `${member.key} ${Number.isSafeInteger(value) ? `is ${value}` : "has too many digits"}, but AWS takes ${minimum} to ${maximum} only. ${advice}`,
    data: { member: member.key, value, minimum, maximum },
    fixes: fixes(value, node),
  };
}
