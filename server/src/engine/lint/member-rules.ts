import type { IntegerType, Property, StringType } from "../catalogue/entry.ts";
import { nestedLevels } from "../catalogue/member-names.ts";
import { properties } from "../catalogue/properties.ts";
import { itemsOf } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";
import { checkRange } from "./checks/check-range.ts";
import { checkValue } from "./checks/check-values.ts";
import { use } from "./fixes/fix.ts";
import { modelConstraint } from "./refusals.ts";
import type { Rule } from "./rule.ts";
import { listed } from "./shown.ts";

/**
 * Adds a rule for each fixed set of values and each range of the catalogue that no written rule knows, so that a new member
 * is checked as soon as it has its entry: `<member>-enum`, `<member>-range`. A rule knows a limit by quoting its refusal.
 *
 * @returns all of them, sorted by id.
 */
export function withMemberRules(written: readonly Rule[], members: readonly Property[] = properties): readonly Rule[] {
  const known = new Set(written.flatMap(({ refusals = [] }) => refusals.map(({ message }) => message)));
  const made = everyMember(members).flatMap(([path, member]) => memberRule(path, member));
  const missing = made.filter(({ refusals = [] }) => refusals.every(({ message }) => !known.has(message)));
  return [...written, ...missing].sort((a, b) => (a.id < b.id ? -1 : 1));
}

type MemberPath = readonly [name: string] | readonly [object: (typeof nestedLevels)[number], name: string];

function everyMember(members: readonly Property[]): (readonly [MemberPath, Property])[] {
  return members.flatMap((member): (readonly [MemberPath, Property])[] => {
    const level = nestedLevels.find((name) => name === member.name);
    if (member.value.type !== "object" || level === undefined) return [[[member.name], member]];
    return member.value.members.map((inner) => [[level, inner.name], inner]);
  });
}

function memberRule(path: MemberPath, member: Property): Rule[] {
  const { value } = member;
  if (value.type === "integer") return [rangeRule(path, member, value)];
  const type = value.type === "list" ? value.items : value;
  return type.type === "string" && type.values ? [enumRule(path, member, type)] : [];
}

const common = {
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  fixable: true,
} as const;

function enumRule(path: MemberPath, { name, link, value: whole }: Property, type: StringType): Rule {
  const values = (type.values ?? []).map(({ value }) => value);
  const isList = whole.type === "list";
  return {
    ...common,
    id: `${kebab(path)}-enum`,
    summary: `${isList ? `An item of ${name}` : name} is ${listed(values, "or")}`,
    why: `AWS takes these values only, spelt exactly so: ${values.map((value) => `\`${value}\``).join(", ")}.`,
    source: link,
    refusals: [modelConstraint(path.join("."), isList ? "items" : "values")],
    madeFor: path,
    *check(spec) {
      const { fields, last } = place(spec, path);
      const field = fields.string(last);
      if (!isList) yield* checkValue(field, name, values, {});
      else
        for (const item of itemsOf(fields.list(last))) {
          const member = fields.entry(last)?.member;
          if (member)
            yield* checkValue(
              { state: "known", value: item.value, node: item.node, path: item.path, member },
              `An item of ${name}`,
              values,
              {},
            );
        }
    },
  };
}

function rangeRule(path: MemberPath, { name, link }: Property, type: IntegerType): Rule {
  const { minimum, maximum } = type;
  const unit = typeof type.unit === "string" ? ` ${type.unit}` : "";
  return {
    ...common,
    id: `${kebab(path)}-range`,
    summary: `${name} is ${minimum} to ${maximum}${unit}`,
    why: `AWS takes whole numbers from ${minimum} to ${maximum} only.`,
    source: link,
    refusals: [modelConstraint(path.join("."), "range")],
    madeFor: path,
    *check(spec) {
      const { fields, last } = place(spec, path);
      const advice = unit === "" ? "Use a number between them." : `The unit is always${unit}.`;
      yield* checkRange(
        fields.integer(last),
        type,
        advice,
        (value, node) => (part) => use(part, node, value < minimum ? minimum : maximum),
      );
    },
  };
}

function place(spec: Spec, path: MemberPath) {
  return path.length === 1 ? { fields: spec, last: path[0] } : { fields: spec.nested(path[0]), last: path[1] };
}

/** `["TokenValidityUnits", "IdToken"]` → `token-validity-units-id-token`; `CallbackURLs` → `callback-urls`. */
function kebab(path: MemberPath): string {
  const words = path.flatMap((name) => name.match(/[A-Z]+s?(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? []);
  return words.join("-").toLowerCase();
}
