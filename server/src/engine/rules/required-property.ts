import { documentation } from "../catalogue/links.ts";
import { insertMembers, isEditable } from "../document/edit/edit.ts";
import type { ObjectNode } from "../document/node.ts";
import type { Part } from "../document/part.ts";
import { fixOf } from "../lint/fixes/fix.ts";
import { setMembers } from "../lint/fixes/fixes.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Fix, Report, Rule } from "../lint/rule.ts";
import { lacks } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

const placeholders = { UserPoolId: "us-east-1_EXAMPLE", ClientName: "my-app-client" } as const;
const reasons = {
  UserPoolId: "it says which user pool will own the app client",
  ClientName: "it is the label of the new app client",
} as const;

export const requiredProperty: Rule = {
  id: "required-property",
  summary: "Every member that the request cannot do without is there",
  why: "A new app client needs UserPoolId and ClientName, an update UserPoolId and ClientId, and RefreshTokenRotation its Feature. The AWS CLI and boto3 refuse a request without them before they send it, the JavaScript SDK sends it, and AWS refuses it.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_CreateUserPoolClient.html"),
  refusals: [
    modelConstraint("UserPoolId", "null"),
    modelConstraint("ClientName", "null"),
    modelConstraint("RefreshTokenRotation.Feature", "null"),
  ],
  fixable: true,
  *check(spec) {
    // A misspelt one is not absent: unknown-property tells it, and renaming repairs it.
    if (spec.isAbsent("UserPoolId")) yield topLevel(spec, "UserPoolId");
    // UpdateUserPoolClient keeps the name that it is not given; CloudFormation makes one up.
    if (spec.target === "create" && spec.isAbsent("ClientName")) yield topLevel(spec, "ClientName");
    yield* feature(spec);
  },
};

function topLevel(spec: Spec, name: "UserPoolId" | "ClientName"): Report {
  return {
    span: spec.head,
    path: spec.path,
    message: `${name} is missing: ${reasons[name]}, and AWS requires it. Add it.`,
    data: { member: name },
    fixes: (part) => fixOf(`Add ${name}`, false, setMembers(part, spec, [[name, placeholders[name]]])),
  };
}

function* feature(spec: Spec): Generator<Report> {
  const rotation = spec.object("RefreshTokenRotation");
  const fields = spec.nested("RefreshTokenRotation");
  if (rotation.state !== "known" || !fields.isAbsent("Feature")) return;
  yield {
    span: rotation.member.keySpan,
    path: rotation.path,
    message: "RefreshTokenRotation has no Feature, which says whether rotation is ENABLED or DISABLED. Add it.",
    data: { member: "Feature" },
    fixes: (part) => featureFixes(part, spec, rotation.node),
  };
}

/** ENABLED is only offered where it does not meet the flow that rotation excludes. */
function featureFixes(part: Part, spec: Spec, object: ObjectNode): Fix[] {
  if (!isEditable(object)) return [];
  const values = lacks(spec.authFlows, "ALLOW_REFRESH_TOKEN_AUTH") ? ["ENABLED", "DISABLED"] : ["DISABLED"];
  const [first] = object.members;
  return values.flatMap((value) =>
    fixOf(
      `Add Feature: ${value}`,
      false,
      insertMembers(part, object, [["Feature", value]], first ? { before: first } : {}),
    ),
  );
}
