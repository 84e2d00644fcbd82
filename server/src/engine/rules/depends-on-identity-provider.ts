import { expressionOf } from "../clients/template/expression.ts";
import { onPool } from "../clients/template/facts.ts";
import { propertiesOf } from "../clients/template/piece.ts";
import { conditionOf } from "../clients/template/view.ts";
import { findMember } from "../document/node.ts";
import { dependencyAdvice, dependencyFixes, upstream } from "../lint/checks/dependency.ts";
import { spanWithTag } from "../lint/fixes/template-edits.ts";
import type { Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

/** CloudFormation makes what does not depend on each other at the same time. */
export const dependsOnIdentityProvider: Rule = {
  id: "depends-on-identity-provider",
  summary: "The app client is made after the identity providers that it names",
  why: 'CloudFormation makes resources at the same time unless one refers to the other. Where the app client comes first, the deploy ends with "The provider … does not exist for User Pool …". Once deployed, nothing happens; the next new stack may fail.',
  severity: { recommended: "warning", strict: "error" },
  evidence: "observed",
  source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html",
  refusals: [{ exception: "InvalidParameterException", message: "The provider … does not exist for User Pool …." }],
  fixable: true,
  hosts: ["template"],
  *check(spec) {
    const reading = spec.template;
    const { site } = reading ?? {};
    if (!reading || !site?.pool || !site.view.isPlain) return;
    const providers = onPool(site.view, "AWS::Cognito::UserPoolIdentityProvider", site.pool).certain;
    for (const { value, node, path } of itemsOf(spec.list("SupportedIdentityProviders"))) {
      const provider = providers.find((each) => {
        const name = expressionOf(
          findMember(propertiesOf(each.piece()), "ProviderName")?.value,
          site.view,
          reading.bindings,
        );
        return name?.isLiteral && name.text === value;
      });
      if (!provider || upstream(site).has(provider.id)) continue;
      yield {
        span: spanWithTag(node),
        path,
        message: `${provider.id} makes the identity provider ${value}, ${dependencyAdvice(site, provider.id)}`,
        data: { provider: provider.id },
        fixes: (part) =>
          dependencyFixes(part, site, provider.id, conditionOf(provider.piece()) !== undefined, {
            node,
            name: "Ref",
            argument: provider.id,
          }),
      };
    }
  },
};
