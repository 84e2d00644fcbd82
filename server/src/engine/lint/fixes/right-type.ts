import { type Duration, readDuration, unitWord } from "../../catalogue/duration.ts";
import type { Property, TokenUnit } from "../../catalogue/entry.ts";
import { formatAt } from "../../catalogue/format.ts";
import type { Token } from "../../catalogue/lifetime.ts";
import { type Respelling, respelling } from "../../catalogue/respelling.ts";
import { switchSynonyms } from "../../catalogue/switch-synonyms.ts";
import { commentsOf } from "../../document/comments.ts";
import { isEditable, type PlainValue, plainOf, replaceValue } from "../../document/edit/edit.ts";
import type { ArrayNode, ScalarNode, SpecNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import type { Entry, Fields } from "../../reading/fields.ts";
import type { Spec } from "../../reading/spec.ts";
import { typeVerdict } from "../../reading/type-verdict.ts";
import { isRequired } from "../checks/is-required.ts";
import type { Fix } from "../rule.ts";
import { dropMember, fixOf, use } from "./fix.ts";
import { setUnit } from "./lifetime-fixes.ts";
import { meantDuration } from "./meant-duration.ts";

/** How a value of another type can be given its member's, best first; last of all by removing a member that may be left out. */
export function rightType(part: Part, spec: Spec, fields: Fields, { member }: Entry, property: Property): Fix[] {
  const node = member.value;
  if (!node) return [];
  const converted = isEditable(member) ? convert(part, spec, node, property) : [];
  if (converted.length > 0 || isRequired(spec, fields, property)) return converted;
  return dropMember(part, fields.node, member);
}

/** A number or boolean as text, and the item of a list within the list. */
export function rightItem(part: Part, list: ArrayNode, node: SpecNode): Fix[] {
  if (node.kind === "scalar" && node.value !== null) return asText(part, node);
  if (node.kind !== "array" || list.items.length !== 1 || hasComments(part, list)) return [];
  if (node.items.some((item) => typeVerdict(item, "string") !== "ok")) return [];
  const inner = plainOf(node) as PlainValue | undefined;
  return inner === undefined ? [] : use(part, list, inner, { safe: true, title: "Remove the inner brackets" });
}

function convert(part: Part, spec: Spec, node: SpecNode, property: Property): Fix[] {
  const only = node.kind === "array" && node.items.length === 1 ? node.items[0] : undefined;
  if (only && property.value.type !== "list") return unlisted(part, node, only, property);
  if (node.kind !== "scalar" || node.value === null) return [];
  switch (property.value.type) {
    case "boolean":
      return asBoolean(part, node);
    case "integer":
      return asInteger(part, spec, node, property);
    case "list":
      return asList(part, node, property);
    case "object":
      return asObject(part, node, property);
    case "string":
      return property.value.values ? asChoice(part, node, property) : asText(part, node);
  }
}

/** `[web]` where `web` belongs: Terraform's JSON writes nested blocks so. */
function unlisted(part: Part, list: SpecNode, only: SpecNode, property: Property): Fix[] {
  const value = plainOf(only);
  if (value === undefined || value === null || typeVerdict(only, property.value.type) !== "ok") return [];
  if (hasComments(part, list) || property.sensitive) return [];
  return use(part, list, value as PlainValue, { safe: true, title: "Take it out of the list" });
}

function asBoolean(part: Part, node: ScalarNode): Fix[] {
  const text = String(node.value).trim();
  const isWord = typeof node.value === "string";
  if (isWord && /^(?:true|yes|on)$/i.test(text)) return use(part, node, true, { safe: true });
  if (isWord && /^(?:false|no|off)$/i.test(text)) return use(part, node, false, { safe: true });
  const synonyms = switchSynonyms("true", "false");
  const meant = text === "1" ? "true" : text === "0" ? "false" : synonyms[text.toLowerCase()];
  return meant ? use(part, node, meant === "true") : [...use(part, node, true), ...use(part, node, false)];
}

function asText(part: Part, node: ScalarNode): Fix[] {
  const text = part.text.slice(node.span.start, node.span.end);
  return use(part, node, text, { safe: true, title: "Put it in quotes" });
}

function asChoice(part: Part, node: ScalarNode, property: Property): Fix[] {
  const meant = choiceMeant(node, property);
  return meant
    ? use(part, node, meant.word, { safe: meant.certain })
    : valuesOf(property).flatMap((value) => use(part, node, value));
}

/** @returns the value of the member that is meant, or else all that it may have; none where it takes any text. */
export function choicesFor(node: ScalarNode, property: Property): readonly string[] {
  const meant = choiceMeant(node, property);
  return meant ? [meant.word] : valuesOf(property);
}

function choiceMeant(node: ScalarNode, property: Property): Respelling | undefined {
  const values = valuesOf(property);
  const off = values.find((value) => value === "DISABLED" || value === "LEGACY");
  return respelling(String(node.value), values, off ? switchSynonyms("ENABLED", off) : {});
}

function valuesOf({ value }: Property): readonly string[] {
  return value.type === "string" ? (value.values ?? []).map((each) => each.value) : [];
}

function asObject(part: Part, node: ScalarNode, { name }: Property): Fix[] {
  if (name !== "RefreshTokenRotation") return [];
  const words = ["ENABLED", "DISABLED"];
  const isExact = typeof node.value === "string" && words.includes(node.value);
  const meant = respelling(String(node.value), words, switchSynonyms("ENABLED", "DISABLED"));
  const Feature = isExact ? String(node.value) : meant?.word;
  if (!Feature) return [];
  return use(part, node, { Feature }, { safe: isExact || meant?.certain === true, title: `Use Feature: ${Feature}` });
}

/**
 * Several values in one text are told apart by commas. Spaces tell flows, scopes and URLs apart, too; names of providers and attributes
 * with a space between them may be one or two, so that there is nothing certain to write.
 */
function asList(part: Part, node: ScalarNode, { name }: Property): Fix[] {
  const text = typeof node.value === "string" ? node.value : part.text.slice(node.span.start, node.span.end);
  const areNames = name === "SupportedIdentityProviders" || name.endsWith("Attributes");
  const pieces = text.replace(/^\s*\[(.*)\]\s*$/s, "$1").split(areNames ? /,/ : /[\s,]+/);
  const items = [...new Set(pieces.map((piece) => piece.trim().replace(/^(["'])(.*)\1$/, "$2")))].filter(
    (p) => p !== "",
  );
  if (areNames && items.some((item) => /\s/.test(item))) return [];
  const isUrls = name.endsWith("URLs");
  if (isUrls && items.length > 1 && !items.every((item) => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(item))) return [];
  if (items.some((item) => formatAt(name)(item))) return [];
  const title = items.length === 1 ? "Make it a list" : `Make it a list of ${items.length}`;
  return items.length === 0
    ? use(part, node, [], { title: "Make it an empty list" })
    : use(part, node, items, { safe: true, title });
}

function asInteger(part: Part, spec: Spec, node: ScalarNode, property: Property): Fix[] {
  if (property.value.type !== "integer") return [];
  const text = String(node.value).trim();
  if (typeof node.value === "string" && /^[+-]?\d+(?:\.0+)?$/.test(text)) {
    const number = Number(text);
    return Number.isSafeInteger(number) ? use(part, node, number, { safe: true }) : [];
  }
  const { unit } = property.value;
  if (unit === undefined) return [];
  if (typeof unit === "string") {
    const meant = readDuration(text) && meantDuration(text, unit);
    return meant?.unit === unit
      ? use(part, node, meant.count, { safe: true, title: `Use ${meant.count} (${unit})` })
      : [];
  }
  const effective = spec.lifetime(unit.member).unit;
  const meant = meantDuration(text, effective);
  return meant ? asLifetime(part, spec, node, unit.member, meant, effective) : [];
}

/** In the unit that is in force if the number stays whole, else with the unit changed too. */
function asLifetime(
  part: Part,
  spec: Spec,
  node: ScalarNode,
  token: Token,
  { count, unit }: Duration,
  effective: TokenUnit | undefined,
): Fix[] {
  if (unit === effective)
    return use(part, node, count, { safe: true, title: `Use ${count} (${unitWord(count, unit)})` });
  if (!isEditable(node)) return [];
  const edits = setUnit(part, spec, spec.lifetime(token), unit);
  const title = `Use ${count}, with ${token} in ${unit}`;
  // A suggestion: two lifetimes at once would each add TokenValidityUnits.
  return edits.length === 0 ? [] : fixOf(title, false, [...replaceValue(part, node, count), ...edits]);
}

function hasComments(part: Part, { span }: SpecNode): boolean {
  return commentsOf(part).some((comment) => comment.span.start >= span.start && comment.span.end <= span.end);
}
