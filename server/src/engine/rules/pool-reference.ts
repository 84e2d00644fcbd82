import { getAttOf } from "../clients/template/expression.ts";
import type { TemplateView } from "../clients/template/view.ts";
import { stringValue, type UnknownNode } from "../document/node.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { replaceByCall, spanWithTag } from "../lint/fixes/template-edits.ts";
import type { Rule } from "../lint/rule.ts";

/** Ref and GetAtt give many things, and only one of them is a pool's id. */
export const poolReference: Rule = {
  id: "pool-reference",
  summary: "UserPoolId refers to the id of a user pool",
  why: "The id is what `Ref` of an `AWS::Cognito::UserPool` gives. Its ARN, its provider name, or the id of an app client or identity pool have another form, and Cognito refuses them when the stack is deployed.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html",
  fixable: true,
  hosts: ["template"],
  *check(spec) {
    const entry = spec.entry("UserPoolId");
    const view = spec.template?.site.view;
    const node = entry?.member.value;
    if (!entry || !view || node?.kind !== "unknown" || !node.call) return;
    const wrong = wrongIn(node, view);
    if (!wrong) return;
    yield {
      span: spanWithTag(node),
      path: entry.path,
      message: `This is ${wrong.what}, not the id of a user pool, and Cognito refuses it. Use !Ref with ${wrong.pool ?? "the user pool"}.`,
      fixes: (part) =>
        suggestions(
          wrong.pool === undefined
            ? undefined
            : { title: `Use !Ref ${wrong.pool}`, edits: replaceByCall(part, node, "Ref", wrong.pool) },
        ),
    };
  },
};

function wrongIn(node: UnknownNode, view: TemplateView): { what: string; pool: string | undefined } | undefined {
  const { id, attribute } = referenceIn(node) ?? {};
  const type = view.resources.get(id ?? "")?.type;
  if (attribute !== undefined) {
    const what = type === POOL ? attributes[attribute] : undefined;
    return what === undefined ? undefined : { what: `${what} of ${id}`, pool: id };
  }
  const what = type && references[type];
  return what === undefined ? undefined : { what: `${what} ${id}`, pool: onlyPool(view) };
}

/** What a value refers to, and nothing else stands in it; also where Fn::Sub or Fn::Join make a text of it. */
function referenceIn({ call, text = "" }: UnknownNode): { id: string; attribute?: string } | undefined {
  if (call?.name === "Fn::GetAtt") return getAttOf(call.args);
  if (call?.name === "Ref") return { id: stringValue(call.args) ?? "" };
  const [, id, attribute] = /^\$\{([A-Za-z0-9]+)(?:\.(\w+))?\}$/.exec(text) ?? [];
  return id === undefined ? undefined : { id, ...(attribute !== undefined && { attribute }) };
}

const POOL = "AWS::Cognito::UserPool";

const attributes: Readonly<Record<string, string>> = {
  Arn: "the ARN",
  ProviderName: "the provider name",
  ProviderURL: "the provider URL",
};

const references: Readonly<Record<string, string>> = {
  "AWS::Cognito::UserPoolClient": "the id of the app client",
  "AWS::Cognito::IdentityPool": "the id of the identity pool",
  "AWS::Cognito::UserPoolDomain": "the domain",
  "AWS::Cognito::UserPoolResourceServer": "the identifier of the resource server",
  "AWS::Cognito::UserPoolIdentityProvider": "the name of the identity provider",
};

function onlyPool(view: TemplateView): string | undefined {
  const pools = view.resources.ofType(POOL);
  return pools.length === 1 ? pools[0]?.id : undefined;
}
