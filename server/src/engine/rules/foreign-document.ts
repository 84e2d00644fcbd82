import { documentation } from "../catalogue/links.ts";
import type { Foreign } from "../clients/foreign.ts";
import { fixOf } from "../lint/fixes/fix.ts";
import { takenOut } from "../lint/fixes/take-out.ts";
import type { Report, Rule } from "../lint/rule.ts";

/** One finding that says what the file is; its keys are no misspelt members. */
export const foreignDocument: Rule = {
  id: "foreign-document",
  summary: "A spec holds a request, and not another tool's document",
  why: "A file with the name of a spec is given to `aws cognito-idp create-user-pool-client` as it is. A template, a Terraform configuration or an answer of AWS is something else, and the AWS CLI refuses it.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_CreateUserPoolClient.html"),
  fixable: true,
  *check(spec) {
    const hcl = spec.part.problems.find(({ reason }) => reason === "HCL");
    if (hcl)
      yield { span: hcl.span, path: [], message: `${texts.terraform} ${advice.terraform}`, data: { is: "terraform" } };
    if (spec.shape.kind === "foreign") yield told(spec.shape.foreign);
  },
};

function told({ what, sign, inside }: Foreign): Report {
  return {
    span: sign.keySpan,
    path: [sign.key],
    message: `${texts[what]} ${advice[what]}`,
    data: { is: what },
    ...(inside && {
      fixes: (part) =>
        fixOf(
          `Take the app client ${inside.name ?? ""} out`.replace("  ", " "),
          false,
          takenOut(part, inside.properties),
        ),
    }),
  };
}

const texts: Readonly<Record<Foreign["what"], string>> = {
  template: "This is a CloudFormation template, not the request for an app client.",
  resource: "This is a resource of a CloudFormation template, not the request for an app client.",
  terraform: "This is a Terraform configuration, not the request for an app client.",
  kubernetes: "This is a Kubernetes object, not the request for an app client.",
  pulumi: "This is a Pulumi program, not the request for an app client.",
  list: "This is what list-user-pool-clients answers: names and ids of app clients, without their settings.",
  pool: "This is what describe-user-pool answers: a user pool, not an app client of it.",
};

const advice: Readonly<Record<Foreign["what"], string>> = {
  template:
    "Give the file a name that is not a spec's, and its app clients are checked where they stand; or write the properties of one of them into a spec of its own.",
  resource: "Take its properties out, or put it into a template.",
  terraform: "Give the file a name that is not a spec's.",
  kubernetes: "Give the file a name that is not a spec's.",
  pulumi: "Give the file a name that is not a spec's.",
  list: "Ask for one of them with describe-user-pool-client, whose answer can be turned into a spec.",
  pool: "Write UserPoolId and ClientName, or ask for an app client with describe-user-pool-client.",
};
