import { expressionOf, scopeParts } from "../clients/template/expression.ts";
import { onPool } from "../clients/template/facts.ts";
import { propertiesOf } from "../clients/template/piece.ts";
import { conditionOf } from "../clients/template/view.ts";
import { findMember } from "../document/node.ts";
import { dependencyAdvice, dependencyFixes, upstream } from "../lint/checks/dependency.ts";
import { spanWithTag } from "../lint/fixes/template-edits.ts";
import type { Rule } from "../lint/rule.ts";

/** CloudFormation makes what does not depend on each other at the same time. */
export const dependsOnResourceServer: Rule = {
  id: "depends-on-resource-server",
  summary: "The app client is made after the resource servers whose scopes it has",
  why: 'CloudFormation makes resources at the same time unless one refers to the other. Where the app client comes first, the deploy ends with "Invalid scope requested". Once deployed, nothing happens; the next new stack may fail.',
  severity: { recommended: "warning", strict: "error" },
  evidence: "observed",
  source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html",
  refusals: [{ exception: "ScopeDoesNotExistException", message: "Invalid scope requested: …" }],
  fixable: true,
  hosts: ["template"],
  *check(spec) {
    const reading = spec.template;
    const { site } = reading ?? {};
    if (!reading || !site?.pool || !site.view.isPlain || spec.scopes.state !== "known") return;
    const servers = onPool(site.view, "AWS::Cognito::UserPoolResourceServer", site.pool).certain;
    for (const [index, node] of spec.scopes.node.items.entries()) {
      const scope = scopeParts(
        expressionOf(node, site.view, reading.bindings)?.text ?? (node.kind === "unknown" ? (node.text ?? "") : ""),
      );
      const server =
        scope &&
        servers.find(
          (each) =>
            expressionOf(findMember(propertiesOf(each.piece()), "Identifier")?.value, site.view, reading.bindings)
              ?.text === scope.server,
        );
      if (!server || upstream(site).has(server.id)) continue;
      yield {
        span: spanWithTag(node),
        path: [...spec.scopes.path, index],
        message: `${server.id} makes the resource server of this scope, ${dependencyAdvice(site, server.id)}`,
        data: { server: server.id },
        fixes: (part) =>
          dependencyFixes(part, site, server.id, conditionOf(server.piece()) !== undefined, {
            node,
            name: "Fn::Sub",
            argument: `\${${server.id}}/${scope.scope}`,
          }),
      };
    }
  },
};
