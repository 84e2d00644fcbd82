import { secretUses } from "../lint/checks/secret-uses.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";

/** What is not there cannot be read. */
export const secretAttributeWithoutSecret: Rule = {
  id: "secret-attribute-without-secret",
  summary: "GetAtt ClientSecret names an app client that has a secret",
  why: "An app client has a secret only when it was made with `GenerateSecret: true`. Without it there is nothing that `Fn::GetAtt` could give.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "inferred",
  source:
    "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cognito.UserPoolClient.html#userpoolclientsecret",
  fixable: true,
  hosts: ["template"],
  *check(spec) {
    const site = spec.template?.site;
    if (!site?.view.isPlain || !isWithoutSecret(site.properties)) return;
    for (const { path, piece, span } of secretUses(site)) {
      yield {
        span,
        path,
        at: piece,
        message: `${site.id} has no secret, so there is no ClientSecret to get. Set GenerateSecret to true on it (this replaces the app client: new id, new secret), or remove this.`,
        data: { client: site.id },
        fixes: (part) =>
          suggestions({
            title: `Set GenerateSecret to true on ${site.id} (replaces the app client)`,
            edits: setMembers(part, spec, [["GenerateSecret", true]]),
          }),
      };
    }
  },
};

/** In every scenario: nothing is said, or a plain false. */
function isWithoutSecret(
  properties: NonNullable<Parameters<Rule["check"]>[0]["template"]>["site"]["properties"],
): boolean {
  const value = properties?.members.findLast(({ key }) => key === "GenerateSecret")?.value;
  if (properties?.members.some(({ key }) => key.startsWith("Fn::"))) return false;
  return value === undefined || (value.kind === "scalar" && /^(?:false|no|off)$/i.test(String(value.value)));
}
