import { defaultAuthFlows, legacyAuthFlows } from "../catalogue/auth-flows.ts";
import { documentation } from "../catalogue/links.ts";
import { replaceValue } from "../document/edit/edit.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { listed } from "../lint/shown.ts";
import { itemsOf } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

const REFRESH = defaultAuthFlows[0];

/** One finding for the list: old and new names cannot be mixed, so all of them change at once. */
export const legacyAuthFlowNames: Rule = {
  id: "legacy-auth-flow-names",
  summary: "Auth flows have names that begin with ALLOW_",
  why: "These names are from before 2019. Cognito still takes them, but never together with the newer ones, so an app client with them cannot get any newer flow.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.createUserPoolClient("ExplicitAuthFlows"),
  fixable: true,
  tag: "deprecated",
  *check(spec) {
    const legacy = itemsOf(spec.authFlows).filter(({ value }) => Object.hasOwn(legacyAuthFlows, value));
    const [first] = legacy;
    // A mixed list is an error of its own, whose fix is the same.
    if (!first || itemsOf(spec.authFlows).some(({ value }) => value.startsWith("ALLOW_"))) return;
    const names = [...new Set(legacy.map(({ value }) => value))];
    yield {
      span: first.node.span,
      path: first.path,
      message: `${listed(names)} ${names.length > 1 ? "are old names" : "is an old name"}, which cannot be combined with newer flows. Use ${listed(names.map(modern))}.`,
      data: { names: names.join(" ") },
      fixes: (part) => suggestions({ title: "Use the ALLOW_ names", edits: modernised(part, spec) }),
    };
  },
};

function modern(flow: string): string {
  return legacyAuthFlows[flow] ?? flow;
}

/** Old lists allowed renewal without a word; new ones must say it, unless rotation forbids it. */
function modernised(part: Part, spec: Spec): TextEdit[] {
  const list = spec.authFlows;
  if (list.state !== "known" || !list.value.complete || list.node.alias) return [];
  const flows = new Set(list.value.items.map(({ value }) => modern(value)));
  if (spec.rotation === "no") flows.add(REFRESH);
  return replaceValue(part, list.node, [...flows]);
}
