import { countOf } from "../catalogue/count-of.ts";
import { effectiveDefaults } from "../catalogue/defaults.ts";
import { counted, durationInFull } from "../catalogue/duration.ts";
import { unitSeconds } from "../catalogue/entry.ts";
import { tokens } from "../catalogue/lifetime.ts";
import { memberOf } from "../catalogue/properties.ts";
import type { AppClient } from "../clients/app-client.ts";
import { clientsTouching } from "../clients/clients-in.ts";
import { plainOf } from "../document/edit/edit.ts";
import type { ScalarNode, Span } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { type Spec, specOf } from "../reading/spec.ts";
import { specsOf } from "./template/readings.ts";

export interface Hint {
  /** Offset in the file behind which the label stands. */
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
}

/** Which kinds of hints are wanted. */
export interface HintKinds {
  readonly lifetimes: boolean;
  readonly defaults: boolean;
}

/** Hints within a span of the file. */
export function hints(document: SpecDocument, span: Span, kinds: HintKinds): Hint[] {
  const found: Hint[] = [];
  for (const client of clientsTouching(document, span.start, span.end)) {
    if (kinds.lifetimes) found.push(...agreed(specsOf(client).map((spec) => lifetimeHints(spec, client))));
    if (kinds.defaults) found.push(...defaultHints(specOf(client), client));
  }
  return found.filter(({ offset }) => offset >= span.start && offset <= span.end);
}

/** A template's value may mean one thing in one case and another in the next: then nothing is said of it. */
function agreed(hints: readonly (readonly Hint[])[]): Hint[] {
  const found = new Map<number, Hint | undefined>();
  for (const hint of hints.flat()) {
    const known = found.has(hint.offset) ? found.get(hint.offset) : hint;
    found.set(hint.offset, known?.label === hint.label ? known : undefined);
  }
  return [...found.values()].filter((hint) => hint !== undefined).sort((a, b) => a.offset - b.offset);
}

/** `= 60 hours` behind a number that says little without its unit, which stands elsewhere or nowhere. */
function lifetimeHints(spec: Spec, { base }: AppClient): Hint[] {
  const ofTokens = tokens.flatMap((token) => {
    const { value, unit, unitField, seconds } = spec.lifetime(token);
    if (value.state !== "known" || unit === undefined || seconds === undefined || isElsewhere(spec, value.node))
      return [];
    const plain = counted(value.value, unit);
    const effective = durationInFull(seconds);
    const offset = base + value.node.span.end;
    if (unitField.state !== "absent" && value.value !== 0) {
      // The unit is written below: only what it comes to is news.
      const tooltip = `TokenValidityUnits.${token} is ${unit}`;
      return effective === plain ? [] : [{ offset, label: `= ${effective}`, tooltip }];
    }
    const label = value.value === 0 || effective === plain ? `= ${effective}` : `= ${plain} (${effective})`;
    return [{ offset, label, tooltip: `${unit} is the default unit of ${token}Validity` }];
  });
  return [...ofTokens, ...fixedUnitHints(spec, base)];
}

/** Reached through an alias of YAML. What a function gives is shown behind the function. */
function isElsewhere(spec: Spec, { alias }: ScalarNode): boolean {
  return alias !== undefined && spec.client.host !== "template";
}

/** Members whose unit is always the same, and stands in AWS's documentation alone. */
function fixedUnitHints(spec: Spec, base: number): Hint[] {
  return [
    spec.integer("AuthSessionValidity"),
    spec.nested("RefreshTokenRotation").integer("RetryGracePeriodSeconds"),
  ].flatMap((field) => {
    if (field.state !== "known" || isElsewhere(spec, field.node)) return [];
    const type = memberOf(field.path.slice(spec.path.length))?.value;
    const unit = type?.type === "integer" && typeof type.unit === "string" ? type.unit : undefined;
    if (!unit) return [];
    const label = `= ${durationInFull(field.value * unitSeconds[unit])}`;
    return [{ offset: base + field.node.span.end, label, tooltip: `always counted in ${unit}` }];
  });
}

/** One hint at the end of the app client: what Cognito fills in for what is not there. */
function defaultHints(spec: Spec, { base }: AppClient): Hint[] {
  const { node } = spec;
  if (!node || spec.operation === "update" || spec.entries.length === 0 || spec.shape.kind !== "request") return [];
  const last = node.members.filter((member) => !member.alias).at(-1);
  if (!last) return [];
  // A value that cannot be known is there all the same.
  const given = Object.fromEntries(node.members.map(({ key, value }) => [key, plainOf(value) ?? "unknown"]));
  const filled = effectiveDefaults(given);
  if (filled.length === 0) return [];
  const tooltip = filled.map(({ path, text }) => `- ${path.join(".")}: ${text}`).join("\n");
  return [
    {
      offset: base + last.span.end,
      label: `+ ${countOf(filled.length, "default")}`,
      tooltip: `Cognito fills in:\n\n${tooltip}`,
    },
  ];
}
