import { durationInFull } from "../catalogue/duration.ts";
import { type EnumValue, type Property, unitSeconds, type ValueType } from "../catalogue/entry.ts";
import { tokenOf } from "../catalogue/lifetime.ts";
import { memberOf } from "../catalogue/properties.ts";
import { type Location, locate } from "../clients/locate.ts";
import { replacingProperties, requiredProperties } from "../clients/template/overlay.ts";
import { referencesIn } from "../clients/template/references.ts";
import { type Span, type SpecNode, touches } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { shift } from "../lint/finding.ts";
import { pageOf } from "../lint/page.ts";
import { isQuotable } from "../lint/quotable.ts";
import { type Spec, specOf } from "../reading/spec.ts";
import { applicationNames } from "../starters/application-names.ts";
import { findingsIn } from "./check.ts";
import type { Context } from "./context.ts";
import { overriddenText } from "./environments/overridden.ts";
import { factLines } from "./hover-facts.ts";
import { aboutName, effectiveValue } from "./template/effective-value.ts";
import { knownPoolOf } from "./template/pool-of-template.ts";

export interface Hover {
  /** In the file. */
  readonly span: Span;
  readonly markdown: string;
}

/** What is to be said about the place at an offset of the file; `undefined` when there is nothing. */
export function hover(document: SpecDocument, offset: number, context: Context): Hover | undefined {
  const place = locate(document, offset);
  if (!place) return undefined;
  const spec = specOf(place.client);
  const path = place.path.slice(spec.path.length);
  const property = spec.path.every((step, index) => place.path[index] === step) ? memberOf(path) : undefined;
  const sections: string[] = [];
  const at = place.on === "key" ? place.member?.keySpan : (place.node?.alias ?? place.node?.span);
  if (property && place.on === "key") {
    const isTold = context.isDocumentedElsewhere === true && place.client.scope.template !== undefined;
    sections.push(...aboutMember(property, spec, path, isTold));
  } else if (property && place.on === "value") sections.push(...aboutValue(property, place, spec, path, context));
  if (property && !property.sensitive) sections.push(overriddenText(place.client, path, context));
  const explained = explanations(place, context);
  if (!property) sections.push(...aboutReference(place));
  if (isHead(place, spec)) sections.push(aboutApplication(spec));
  const all = [...sections, ...explained].filter((section) => section !== "");
  if (all.length === 0 || !at) return undefined;
  return { span: shift(at, place.client.base), markdown: all.join("\n\n---\n\n") };
}

/** What a resource of a template waits for, and when it is made. */
function aboutReference({ client, offset }: Location): string[] {
  const site = client.scope.template?.site;
  if (!site) return [];
  return referencesIn(client.root, client.part.text)
    .filter(({ span }) => touches(span, offset))
    .flatMap(({ name, to }) => aboutName(name, to, site.view));
}

/** What a member is for, with its limits and default. */
export function aboutMember(
  property: Property,
  spec: Spec,
  path: readonly (string | number)[],
  isDocumentedElsewhere = false,
): string[] {
  const lines = [`**${property.name}** · ${typeText(property.value)}${requiredText(property, spec)}`];
  // Where another extension shows AWS's text, ours would say it twice.
  if (!isDocumentedElsewhere) lines.push(property.doc);
  const facts = [
    limitsText(property.value),
    property.defaultText === undefined ? "" : `Default: ${property.defaultText}`,
    ...(property.relations ?? []),
    property.omittedInUpdate?.is === "reset" ? "An update that leaves it out resets it." : "",
    spec.target === "resource" && path.length === 1 && replacingProperties.has(property.name) ? REPLACES : "",
    property.deprecated ?? "",
  ].filter((fact) => fact !== "");
  if (facts.length > 0) lines.push(facts.map((fact) => `- ${fact}`).join("\n"));
  const effective = effectiveText(spec, path);
  if (effective) lines.push(effective);
  lines.push(`[AWS documentation](${property.link})`);
  return [lines.join("\n\n")];
}

const REPLACES = "Changing it replaces the app client: new id, new secret. Applications with the old id stop working.";

function requiredText(property: Property, spec: Spec): string {
  const required =
    spec.target === "resource"
      ? requiredProperties.has(property.name) || property.name === "Feature"
      : property.required?.includes(spec.operation);
  return required ? " · required" : "";
}

/** What a value means, where it stands; nothing of a sensitive member's. */
export function aboutValue(
  property: Property,
  place: Pick<Location, "node" | "client">,
  spec: Spec,
  path: readonly (string | number)[],
  context: Context,
): string[] {
  const node = place.node;
  if (!node || property.sensitive) return [];
  const lines: string[] = [];
  if (node.kind === "scalar" && typeof node.value === "string") {
    const known = valueDoc(property.value, node.value);
    if (known) lines.push(`**${known.value}**`, known.doc, known.deprecated ?? "");
    const facts = knownPoolOf(place.client, context);
    if (facts && isQuotable(place.client.part, node.value)) lines.push(...factLines(property.name, node.value, facts));
  } else if (node.kind === "unknown" && node.reason !== "cut") {
    const told = place.client.scope.template ? effectiveValue(place.client, node, path) : [];
    lines.push(...(told.length > 0 ? told : ["This value is filled in elsewhere, so it is not checked here."]));
  }
  const effective = effectiveText(spec, path) ?? fixedUnitText(property.value, node);
  if (effective) lines.push(effective);
  // Where the value itself has no text, its member's says what it decides.
  if (lines.length === 0 && node.kind === "scalar" && node.value !== null)
    lines.push(`**${property.name}** · ${typeText(property.value)}`, property.doc);
  const text = lines.filter((line) => line !== "").join("\n\n");
  return text === "" ? [] : [text];
}

/** `60 hours (the default unit)` and the like, for a lifetime or its unit. */
function effectiveText(spec: Spec, path: readonly (string | number)[]): string | undefined {
  const name = String(path[0] === "TokenValidityUnits" ? path[1] : path[0]);
  const token = tokenOf(name);
  if (!token) return undefined;
  const { seconds, unitField, value } = spec.lifetime(token);
  if (seconds === undefined) return undefined;
  const why =
    value.state === "absent"
      ? "the default"
      : unitField.state === "absent"
        ? `${spec.lifetime(token).unit} is the default unit`
        : "";
  return `Effective: **${durationInFull(seconds)}**${why === "" ? "" : ` (${why})`}`;
}

/** `3 minutes` for a number whose unit is always the same. */
function fixedUnitText(type: ValueType, node: SpecNode): string | undefined {
  if (type.type !== "integer" || typeof type.unit !== "string") return undefined;
  if (node.kind !== "scalar" || typeof node.value !== "number") return undefined;
  return `Effective: **${durationInFull(node.value * unitSeconds[type.unit])}** (always counted in ${type.unit})`;
}

function valueDoc(type: ValueType, value: string): EnumValue | undefined {
  if (type.type === "list") return valueDoc(type.items, value);
  if (type.type !== "string") return undefined;
  return [...(type.values ?? []), ...(type.suggestions ?? [])].find((each) => each.value === value);
}

function typeText(type: ValueType): string {
  return type.type === "list" ? "list of strings" : type.type;
}

function limitsText(type: ValueType): string {
  switch (type.type) {
    case "string": {
      const length =
        type.minLength !== undefined && type.maxLength !== undefined
          ? `${type.minLength}–${type.maxLength.toLocaleString("en")} characters`
          : "";
      return [
        type.values && `One of: ${type.values.map(({ value }) => `\`${value}\``).join(", ")}`,
        length,
        type.patternText,
      ]
        .filter(Boolean)
        .join(", ");
    }
    case "integer": {
      const unit = typeof type.unit === "string" ? ` ${type.unit}` : "";
      const effective = type.seconds
        ? `; with its unit from ${durationInFull(type.seconds.minimum)} to ${durationInFull(type.seconds.maximum)}`
        : "";
      return `A number from ${type.minimum} to ${type.maximum.toLocaleString("en")}${unit}${unit ? "" : effective}`;
    }
    case "list":
      return [type.maxItems !== undefined ? `At most ${type.maxItems}` : "", limitsText(type.items)]
        .filter(Boolean)
        .join("; ");
    default:
      return "";
  }
}

/** For each finding here, why the rule exists; its message stands in the editor's own hover already. */
function explanations({ client, offset }: Location, context: Context): string[] {
  const here = findingsIn(client, context).filter(({ span }) => touches(span, client.base + offset));
  return [...new Map(here.map(({ rule }) => [rule.id, rule])).values()].map((rule) => {
    const refusal = rule.refusals?.find(({ bygone }) => !bygone);
    const quote = refusal ? `\n\nAWS refuses it with:\n\n> ${refusal.exception}: ${refusal.message}` : "";
    return `**${rule.id}** · ${rule.why}${quote}\n\n[About this rule](${pageOf(rule.id)})`;
  });
}

/** The first key of the app client, or its opening bracket. */
function isHead({ offset, on }: Location, spec: Spec): boolean {
  const { head } = spec;
  return touches(head, offset) && (on === "key" || on === "nothing");
}

function aboutApplication(spec: Spec): string {
  const { type, because } = spec.application;
  if (type === "unknown") return "";
  return `Looks like: **${applicationNames[type]}**${because.length > 0 ? `, because ${because.join("; ")}` : ""}.`;
}
