import { isEditable, replaceValue } from "../document/edit/edit.ts";
import type { ScalarNode } from "../document/node.ts";
import type { Part } from "../document/part.ts";
import { fixOf } from "../lint/fixes/fix.ts";
import type { Fix } from "../lint/rule.ts";
import type { Field } from "../reading/fields.ts";
import type { Lifetime } from "../reading/spec.ts";
import { type TokenUnit, unitSeconds } from "./entry.ts";

/** A lifetime whose number is in the file, with its effective seconds, as long as no rule calls it wrong. */
export interface Given {
  readonly field: Field<number, ScalarNode> & { readonly state: "known" };
  readonly unit: TokenUnit;
  readonly seconds: number;
}

/** @returns the lifetime when its number and unit are known and AWS accepts it: `minimum` to `maximum` seconds. */
export function given(lifetime: Lifetime, minimum: number, maximum: number): Given | undefined {
  const { value: field, unit, seconds } = lifetime;
  if (field.state !== "known" || unit === undefined || seconds === undefined) return undefined;
  return seconds >= minimum && seconds <= maximum ? { field, unit, seconds } : undefined;
}

/** Writes another lifetime, counted in the unit that the file uses; nothing where that gives no whole number. */
export function setLifetime(part: Part, { field, unit }: Given, seconds: number, words: string): Fix[] {
  const number = seconds / unitSeconds[unit];
  if (!Number.isInteger(number) || !isEditable(field.node)) return [];
  return fixOf(`Use ${words}`, false, replaceValue(part, field.node, number));
}

/** `90 minutes`, `1 day`, `13 hours`: the largest unit that fits without a rest. */
export function inWords(seconds: number): string {
  const names: readonly TokenUnit[] = ["days", "hours", "minutes", "seconds"];
  const unit = names.find((name) => seconds % unitSeconds[name] === 0) ?? "seconds";
  const count = seconds / unitSeconds[unit];
  return `${count.toLocaleString("en")} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
