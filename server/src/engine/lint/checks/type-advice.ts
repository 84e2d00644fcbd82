import { readDuration } from "../../catalogue/duration.ts";
import type { IntegerType, Property } from "../../catalogue/entry.ts";
import { isUnit, UNITS } from "../../catalogue/lifetime.ts";
import type { ScalarNode, SpecNode } from "../../document/node.ts";
import type { Spec } from "../../reading/spec.ts";
import { meantDuration } from "../fixes/meant-duration.ts";
import { choicesFor } from "../fixes/right-type.ts";

/** What to do about a value of another type, where the value shows it; a sentence behind a space, or nothing. */
export function typeAdvice(spec: Spec, node: SpecNode, property: Property): string {
  if (node.kind === "array" && node.items.length === 1) return " Take it out of the list.";
  if (node.kind !== "scalar") return "";
  switch (property.value.type) {
    case "list":
      return " Write it as a list.";
    case "string": {
      const choices = choicesFor(node, property);
      return choices.length > 0 ? ` Write ${eitherOf(choices)}.` : " Put it in quotes, if it is meant.";
    }
    case "object":
      return "";
    case "boolean":
      return booleanAdvice(spec, node);
    case "integer":
      return typeof node.value === "boolean" ? "" : integerAdvice(spec, node, property.value);
  }
}

function booleanAdvice({ part }: Spec, { value, style }: ScalarNode): string {
  if (typeof value !== "string") return "";
  const text = value.trim();
  if (/^(?:true|false)$/i.test(text)) return " Leave out the quotes.";
  const isOld = part.syntax === "yaml" && style === "plain" && /^(?:yes|no|on|off)$/i.test(text);
  return isOld ? " YAML 1.2 reads it as text: write true or false." : " Write true or false.";
}

function integerAdvice(spec: Spec, { value, style }: ScalarNode, { unit }: IntegerType): string {
  const text = String(value).trim();
  if (typeof value === "string" && /^[+-]?\d+(?:\.0+)?$/.test(text)) return " Leave out the quotes.";
  if (/^[+-]?(?:\d+(?:_\d+)+|0b[01]+|0o[0-7]+|0x[\da-f]+)$/i.test(text)) {
    const isReadAsNumber = style === "plain" && /^[+-]?(?:\d|0b)[\d_]+$/.test(text) && spec.target !== "resource";
    return isReadAsNumber
      ? " YAML 1.2 reads it as text, though the AWS CLI reads a number: write it in digits alone."
      : " Write it in digits alone.";
  }
  if (unit === undefined) return " Write the number alone.";
  return typeof unit === "string" ? fixedUnit(text, unit) : tokenUnit(spec, text, unit);
}

/** The unit stands nowhere, so that it has to be said. */
function fixedUnit(text: string, unit: "minutes" | "seconds"): string {
  const meant = meantDuration(text, unit);
  const what =
    meant?.unit === unit ? `${meant.count}` : readDuration(text) ? "a whole number of them" : "a whole number";
  return ` It always counts in ${unit}: write ${what}.`;
}

function tokenUnit(spec: Spec, text: string, { member }: Exclude<IntegerType["unit"], string | undefined>): string {
  const { unit, unitField } = spec.lifetime(member);
  const place = `${UNITS}.${member}`;
  if (!isUnit(unit)) return ` Write the number alone; its unit stands in ${place}.`;
  const isDefault = unitField.state === "absent";
  const meant = meantDuration(text, unit);
  if (meant && meant.unit !== unit)
    return ` Write ${meant.count}, and ${meant.unit} as ${place}: ${isDefault ? "without that unit" : "as it is,"} the number counts in ${unit}.`;
  const source = isDefault ? `the default of ${place}` : `as ${place} says`;
  return ` Write ${meant ? meant.count : "the number alone"}: it counts in ${unit}, ${source}.`;
}

function eitherOf(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${words.at(-1)}` : `${words[0]}`;
}
