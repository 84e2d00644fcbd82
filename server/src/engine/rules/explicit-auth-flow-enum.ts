import { legacyAuthFlows } from "../catalogue/auth-flows.ts";
import { documentation } from "../catalogue/links.ts";
import { type Respelling, reduce, respelling, type Synonyms } from "../catalogue/respelling.ts";
import { isEditable, replaceValue } from "../document/edit/edit.ts";
import type { Part } from "../document/part.ts";
import { valuesAt } from "../lint/checks/check-values.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { itemValueFixes, severalWords } from "../lint/fixes/item-value.ts";
import { modernAuthFlows } from "../lint/fixes/modern-auth-flows.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import { itemsOf } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

const flows = valuesAt("ExplicitAuthFlows");
const current = flows.filter((flow) => flow.startsWith("ALLOW_"));

/** A value of a family that grows: a newer one than this version knows may be right. */
const FAMILY = /^ALLOW_[A-Z0-9_]+$/;

const synonyms: Synonyms = {
  // Without the prefix, as the AuthFlow parameter of InitiateAuth has them, and with its last word missing.
  ...Object.fromEntries(current.flatMap((flow) => shortened(reduce(flow)).map((short) => [short, flow]))),
  allowadminnosrpauth: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  allowcustomauthflowonly: "ALLOW_CUSTOM_AUTH",
  adminusersrpauth: "ALLOW_USER_SRP_AUTH",
  srp: "ALLOW_USER_SRP_AUTH",
  srpauth: "ALLOW_USER_SRP_AUTH",
};

export const explicitAuthFlowEnum: Rule = {
  id: "explicit-auth-flow-enum",
  summary: "An item of ExplicitAuthFlows is one of the documented sign-in flows",
  why: "The values of today begin with `ALLOW_`; the names without it that InitiateAuth uses (`USER_SRP_AUTH`) are refused here. A value `ALLOW_…` that this version does not know may be newer than it: that is a warning only.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("ExplicitAuthFlows"),
  refusals: [modelConstraint("ExplicitAuthFlows", "items")],
  fixable: true,
  *check(spec) {
    const list = spec.authFlows;
    if (list.state !== "known") return;
    for (const { value, node, path } of itemsOf(list)) {
      if (flows.includes(value)) continue;
      const isFamily = FAMILY.test(value);
      const isSeveral = severalWords(value, exactly).length > 1;
      const meant = isSeveral ? undefined : intended(spec, value);
      const advice = isSeveral
        ? "Make each an item of its own."
        : isPaired(spec) && exactly(value) !== undefined
          ? "Use the ALLOW_ names throughout."
          : meant
            ? `Write ${meant.word}.`
            : isFamily
              ? "Check its spelling."
              : "Remove it.";
      yield {
        span: node.span,
        path,
        message: isFamily
          ? `${shown(value)} is not known to this version: it may be newer, or misspelt. ${advice}`
          : `${shown(value)} is no sign-in flow that ExplicitAuthFlows takes. ${advice}`,
        data: { value },
        ...(isFamily && { severity: "warning" as const }),
        fixes: (part) => {
          const whole = renewed(part, spec);
          if (whole.length > 0) return whole;
          return itemValueFixes(
            part,
            list.node,
            node,
            meant && { ...meant, certain: meant.certain && !isFamily },
            exactly,
          );
        },
      };
    }
  },
};

/** Looked at once for a spec, not for each of its items. */
function isPaired(spec: Spec): boolean {
  let known = pairs.get(spec);
  if (known === undefined) {
    known = looksPaired(spec);
    pairs.set(spec, known);
  }
  return known;
}
const pairs = new WeakMap<Spec, boolean>();

function looksPaired(spec: Spec): boolean {
  const values = itemsOf(spec.authFlows).map(({ value }) => value);
  const isOld = (value: string) => Object.hasOwn(legacyAuthFlows, value);
  const isBare = (value: string) =>
    !isOld(value) && !value.startsWith("ALLOW_") && exactly(value)?.startsWith("ALLOW_");
  return values.some(isOld) && values.some(isBare) && values.every((value) => exactly(value) !== undefined);
}

/** A value of the list as it is written, or in the spelling that is certainly meant. */
function exactly(word: string): string | undefined {
  if (flows.includes(word)) return word;
  const meant = respelling(word, flows, synonyms);
  return meant?.certain ? meant.word : undefined;
}

/**
 * `[ADMIN_NO_SRP_AUTH, USER_SRP_AUTH]`: an old name, and a new one without its ALLOW_. Neither can be mended without the other,
 * since old and new names do not mix, so the whole list is written in names of today.
 */
function renewed(part: Part, spec: Spec): Fix[] {
  const list = spec.authFlows;
  if (list.state !== "known" || !list.value.complete || !isEditable(list.node) || !isPaired(spec)) return [];
  const words = list.value.items.map(({ value }) => exactly(value) ?? value);
  const modern = modernAuthFlows(words, spec.rotation);
  if (spec.rotation !== "no" && modern.includes("ALLOW_REFRESH_TOKEN_AUTH")) return [];
  return suggestions({ title: "Use the ALLOW_ names throughout", edits: replaceValue(part, list.node, modern) });
}

/** In the company of old names the old name is meant, among ALLOW_ values (or alone) the new one: they do not mix. */
function intended(spec: Spec, value: string): Respelling | undefined {
  const old = respelling(value, Object.keys(legacyAuthFlows));
  if (isOldList(spec)) return old?.certain ? old : undefined;
  const replacement = old?.certain ? legacyAuthFlows[old.word] : undefined;
  if (replacement) return { word: replacement, certain: true };
  const meant = respelling(value, flows, synonyms);
  if (!meant) return undefined;
  const renewed = legacyAuthFlows[meant.word];
  if (renewed) return { word: renewed, certain: false };
  const excluded = meant.word === "ALLOW_REFRESH_TOKEN_AUTH" && spec.rotation !== "no";
  return excluded ? undefined : meant;
}

/** Whether all names of the list that are right are old ones. */
function isOldList(spec: Spec): boolean {
  let known = oldLists.get(spec);
  if (known === undefined) {
    const right = itemsOf(spec.authFlows).filter(({ value }) => flows.includes(value));
    known = right.length > 0 && right.every(({ value }) => value in legacyAuthFlows);
    oldLists.set(spec, known);
  }
  return known;
}
const oldLists = new WeakMap<Spec, boolean>();

function shortened(letters: string): string[] {
  const bare = letters.slice("allow".length);
  return [bare, bare.replace(/auth$/, ""), letters.replace(/auth$/, "")].filter((word) => word !== "user");
}
