import type { Settings } from "../engine/index.ts";

/** Which other extensions serve templates in this editor. */
export interface Beside {
  /** One that checks every resource against its schema with cfn-lint: its own extension, or the AWS Toolkit. */
  readonly linter: boolean;
  /** The AWS Toolkit where it completes property names and finds definitions. */
  readonly toolkit: boolean;
  /** The same where it shows AWS's text of a property. */
  readonly hover: boolean;
}

/** Who reports what both know: found out, we, or the others. */
export const overlaps = ["auto", "ours", "theirs"] as const;

export type Overlap = (typeof overlaps)[number];

export function isOverlap(value: unknown): value is Overlap {
  return (overlaps as readonly unknown[]).includes(value);
}

/** @param present what the client says of its extensions; an editor that says nothing has none. */
export function besideOf(overlap: Overlap, present: unknown): Beside {
  const isTheirs = overlap === "theirs";
  if (overlap !== "auto") return { linter: isTheirs, toolkit: isTheirs, hover: isTheirs };
  const names: readonly unknown[] = Array.isArray(present) ? present : [];
  return {
    linter: names.includes("cfn-lint"),
    toolkit: names.includes("toolkit"),
    hover: names.includes("toolkit-hover"),
  };
}

/** Rules that say what the resource schema says. */
const SCHEMA_RULES = [
  "unknown-property",
  "required-property",
  "wrong-type",
  "rotation-feature-enum",
  "access-token-validity-raw-range",
  "id-token-validity-raw-range",
  "refresh-token-validity-raw-range",
  "sub-missing",
];

/** cfn-lint's rules that say the same (https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md). */
const THEIR_RULES: Readonly<Record<string, readonly string[]>> = {
  E1029: ["sub-missing"],
  E3002: ["unknown-property"],
  E3003: ["required-property"],
  E3012: ["wrong-type"],
  E3030: ["rotation-feature-enum"],
  E3034: ["access-token-validity-raw-range", "id-token-validity-raw-range", "refresh-token-validity-raw-range"],
};

/** @returns our rules that say what another linter's finding says, by its code. */
export function rulesLike(code: unknown): readonly string[] {
  return (typeof code === "string" ? THEIR_RULES[code] : undefined) ?? [];
}

/** @returns the settings with those rules off that a linter beside us has too, apart from rules that the user set. */
export function withoutOverlap(settings: Settings, { linter }: Pick<Beside, "linter">): Settings {
  if (!linter) return settings;
  const off = Object.fromEntries(SCHEMA_RULES.map((id) => [id, "off" as const]));
  return { ...settings, rules: { ...off, ...settings.rules } };
}
