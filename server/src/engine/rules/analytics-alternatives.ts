import { documentation } from "../catalogue/links.ts";
import { insertMembers, removeMembers } from "../document/edit/edit.ts";
import type { Member, ObjectNode } from "../document/node.ts";
import type { Part } from "../document/part.ts";
import { removal, suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Report, Rule } from "../lint/rule.ts";
import type { Fields } from "../reading/fields.ts";
import { placeholderExternalId, placeholderRole } from "../reading/placeholders.ts";
import type { Spec } from "../reading/spec.ts";

const byId = ["ApplicationId", "RoleArn", "ExternalId"] as const;

/** Two ways to name a Pinpoint project; half of one, or a bit of both, is neither. */
export const analyticsAlternatives: Rule = {
  id: "analytics-alternatives",
  summary: "AnalyticsConfiguration has either ApplicationArn, or ApplicationId with RoleArn and ExternalId",
  why: "With ApplicationArn Cognito uses its own service-linked role; with ApplicationId it takes on the role that you name, by the external id that the role's trust policy asks for. Cognito refuses an ApplicationId beside the ARN, or without its two companions; what it does with other combinations nobody has shown, so those are warnings.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.api("API_AnalyticsConfigurationType.html"),
  refusals: [
    {
      exception: "InvalidParameterException",
      message:
        "Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid",
      blames: ["AnalyticsConfiguration"],
    },
  ],
  fixable: true,
  *check(spec) {
    const whole = spec.object("AnalyticsConfiguration");
    if (whole.state !== "known") return;
    const fields = spec.nested("AnalyticsConfiguration");
    const arn = givenIn(fields, "ApplicationArn");
    const states = byId.map((name) => givenIn(fields, name));
    if (arn === "unknown" || states.includes("unknown")) return;
    const given = states.flatMap((state) => (typeof state === "object" ? [state] : []));
    const missing = byId.filter((name) => fields.isAbsent(name));
    if (arn !== "absent") yield* mixed(spec, whole.node, given);
    else if (given.length === 0) yield nothingNamed(spec, whole.member);
    else if (missing.length > 0) yield incomplete(spec, whole.node, given[0] ?? whole.member, missing);
  },
};

/** What is there counts, whatever it says: also a text that a template's deploy completes. */
function givenIn(fields: Fields, name: string): Member | "absent" | "unknown" {
  const field = fields.string(name);
  if (field.state === "known") return field.member;
  if (field.state === "absent") return "absent";
  const { member } = field;
  return member?.value?.kind === "unknown" && member.value.isText ? member : "unknown";
}

function* mixed(spec: Spec, whole: ObjectNode, given: readonly Member[]): Generator<Report> {
  // Cognito fills RoleArn in beside ApplicationArn, so an answer of its own has both.
  const extra = spec.shape.kind === "describe" ? given.filter(({ key }) => key !== "RoleArn") : given;
  const [first] = extra;
  if (!first) return;
  const names = extra.map(({ key }) => key).join(", ");
  // Seen refused: an id beside the ARN. A role or external id alone may well be taken; Terraform sent RoleArn along for two years.
  const isObserved = extra.some(({ key }) => key === "ApplicationId");
  yield {
    span: first.keySpan,
    path: [...spec.path, "AnalyticsConfiguration", first.key],
    message: `ApplicationArn stands alone: ${isObserved ? `with ${names} beside it Cognito refuses the request` : `what Cognito does with ${names} beside it is not known`}. Keep ApplicationArn, or ApplicationId with RoleArn and ExternalId.`,
    ...(!isObserved && { severity: "warning" as const }),
    data: { extra: names },
    fixes: (part) =>
      suggestions(
        { title: "Keep ApplicationArn only", edits: removeMembers(part, whole, given) },
        other(part, spec, whole, given),
        removal(part, spec, "AnalyticsConfiguration"),
      ),
  };
}

function nothingNamed(spec: Spec, member: Member): Report {
  return {
    severity: "warning",
    span: member.keySpan,
    path: [...spec.path, "AnalyticsConfiguration"],
    message:
      "AnalyticsConfiguration names no Pinpoint project: it needs ApplicationArn, or ApplicationId with RoleArn and ExternalId. Remove it, or name one.",
    fixes: (part) => suggestions(removal(part, spec, "AnalyticsConfiguration")),
  };
}

function incomplete(spec: Spec, whole: ObjectNode, member: Member, missing: readonly string[]): Report {
  const names = missing.join(" and ");
  return {
    span: member.keySpan,
    path: [...spec.path, "AnalyticsConfiguration", member.key],
    message: `${member.key} goes together with the other two of ApplicationId, RoleArn and ExternalId: ${names} ${missing.length === 1 ? "is" : "are"} missing. Add what is missing, or use ApplicationArn alone.`,
    data: { missing: missing.join(",") },
    fixes: (part): Fix[] => {
      const values = missing.flatMap((name) =>
        placeholders[name] === undefined ? [] : [[name, placeholders[name]] as const],
      );
      return suggestions(
        values.length === missing.length
          ? { title: `Add ${names}`, edits: insertMembers(part, whole, values, { after: member }) }
          : undefined,
        removal(part, spec, "AnalyticsConfiguration"),
      );
    },
  };
}

/** An application id cannot be made up: nobody could tell it from a real one. */
const placeholders: Readonly<Record<string, string>> = { RoleArn: placeholderRole, ExternalId: placeholderExternalId };

/** The second form can be kept when it is there in full. */
function other(part: Part, spec: Spec, whole: ObjectNode, given: readonly Member[]): Omit<Fix, "safe"> | undefined {
  const arn = spec.nested("AnalyticsConfiguration").entry("ApplicationArn")?.member;
  return arn && given.length === byId.length
    ? { title: "Remove ApplicationArn", edits: removeMembers(part, whole, [arn]) }
    : undefined;
}
