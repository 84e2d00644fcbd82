import { expressionOf, literalOf } from "../clients/template/expression.ts";
import { onPool, poolIdOf } from "../clients/template/facts.ts";
import { propertiesOf } from "../clients/template/piece.ts";
import { sitesIn } from "../clients/template/site.ts";
import type { TemplateView } from "../clients/template/view.ts";
import { isEditable } from "../document/edit/edit.ts";
import { findMember } from "../document/node.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { appendRef } from "../lint/fixes/template-edits.ts";
import type { Rule } from "../lint/rule.ts";

/** What somebody adds by hand, the next update of the stack takes away. */
export const providerUnused: Rule = {
  id: "provider-unused",
  summary: "Some app client lets users sign in with each identity provider of the template",
  why: "An update of the stack writes the whole app client: a provider that was added by hand is taken off again. One that no app client of the template lists serves nobody.",
  severity: { recommended: "info", strict: "off" },
  evidence: "inferred",
  source: "https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/676",
  fixable: true,
  hosts: ["template"],
  *check(spec) {
    const site = spec.template?.site;
    if (!site?.pool || !site.view.isComplete) return;
    const served = listedProviders(site.view, site.pool);
    if (!served) return;
    for (const provider of onPool(site.view, "AWS::Cognito::UserPoolIdentityProvider", site.pool).certain) {
      const piece = provider.piece();
      const expression = expressionOf(findMember(propertiesOf(piece), "ProviderName")?.value, site.view, {});
      const name = expression && literalOf(expression);
      if (!piece || name === undefined || served.has(name)) continue;
      yield {
        span: piece.member.keySpan,
        path: piece.path,
        at: piece,
        message: `No app client of this template lets users sign in with ${name}. Add it to the SupportedIdentityProviders of one that does.`,
        data: { provider: name },
        fixes: (part) => {
          const list = findMember(site.properties, "SupportedIdentityProviders")?.value;
          if (list?.kind !== "array" || !isEditable(list)) return [];
          return suggestions({
            title: `Add !Ref ${provider.id} to ${site.id}`,
            edits: appendRef(part, list, provider.id),
          });
        },
      };
    }
  },
};

/** @returns `undefined` unless every app client of the pool has a list that is known in full. The same for all app clients of a template. */
function listedProviders(view: TemplateView, pool: string): ReadonlySet<string> | undefined {
  const ofView = listed.get(view) ?? new Map<string, ReadonlySet<string> | undefined>();
  listed.set(view, ofView);
  if (!ofView.has(pool)) ofView.set(pool, findListed(view, pool));
  return ofView.get(pool);
}
const listed = new WeakMap<TemplateView, Map<string, ReadonlySet<string> | undefined>>();

function findListed(view: TemplateView, pool: string): Set<string> | undefined {
  const found = new Set<string>();
  for (const site of sitesIn(view)) {
    const node = findMember(site.properties, "UserPoolId")?.value;
    if (poolIdOf(node, view) !== pool) {
      if (poolIdOf(node, view) === undefined) return undefined;
      continue;
    }
    const list = findMember(site.properties, "SupportedIdentityProviders")?.value;
    if (list?.kind !== "array") return undefined;
    for (const item of list.items) {
      const expression = expressionOf(item, view, {});
      const name = expression && literalOf(expression);
      if (name === undefined) return undefined;
      found.add(name);
    }
  }
  return found;
}
