import { documentation } from "../catalogue/links.ts";
import { readOnlyMembers } from "../clients/shape.ts";
import { removeMembers } from "../document/edit/edit.ts";
import { findMember } from "../document/node.ts";
import { dropMember, fixOf } from "../lint/fixes/fix.ts";
import { generatedInstead } from "../lint/fixes/generated-secret.ts";
import { inSteps, type Step } from "../lint/fixes/in-steps.ts";
import { metadataNames, unwrapped, withoutMetadata } from "../lint/fixes/unwrap.ts";
import type { Fix, Report, Rule } from "../lint/rule.ts";
import type { Spec } from "../reading/spec.ts";

export const responseOnlyProperty: Rule = {
  id: "response-only-property",
  summary: "A request has no members that only an answer of AWS has",
  why: "`describe-user-pool-client` answers with more than a request may hold: dates, the client's id and type, its secret, and a wrapper around it all. The AWS CLI and boto3 refuse these when they are sent back; the JavaScript SDK leaves them out without a word.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_UserPoolClientType.html"),
  fixable: true,
  hosts: ["spec"],
  *check(spec) {
    if (spec.shape.kind === "describe") yield answer(spec);
    else yield* strays(spec);
  },
};

/** One finding for all of it, where reading begins. */
function answer(spec: Spec): Report {
  const wrapper = spec.shape.kind === "describe" ? spec.shape.wrapper : undefined;
  const first = wrapper ?? spec.entries.find(({ member }) => readOnlyMembers.has(member.key))?.member;
  const hasSecret = spec.has("ClientSecret");
  return {
    span: first?.keySpan ?? spec.head,
    path: first ? [first.key] : spec.path,
    message: `This is what describe-user-pool-client answers, not a request: AWS takes no ${readOnlyNames(spec)}${wrapper ? ", and no wrapper" : ""}. Turn it into a spec.${hasSecret ? " It also holds the app client's secret, which does not belong in a file." : ""}`,
    data: { shape: "describe" },
    fixes: () => [
      ...turned(spec, "Turn this answer into a spec for a new app client", asCreate),
      ...(spec.has("ClientId") ? turned(spec, "Turn this answer into an update of the same app client", asUpdate) : []),
    ],
  };
}

function readOnlyNames(spec: Spec): string {
  const names = [
    ...["ClientId", ...readOnlyMembers].filter((name) => spec.has(name)),
    ...[...metadataNames].filter((name) => findMember(spec.client.root, name)),
  ];
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : (names[0] ?? "read-only member");
}

/** A suggestion, because the id or the secret that goes may be the reason why somebody keeps the file. */
function turned(spec: Spec, title: string, last: readonly Step[]): Fix[] {
  return fixOf(title, false, inSteps(spec, [withoutMetadata, unwrapped, ...last]));
}

const asCreate: readonly Step[] = [generatedInstead, without("ClientId", ...readOnlyMembers)];
const asUpdate: readonly Step[] = [without("ClientSecret", "GenerateSecret", ...readOnlyMembers)];

function without(...names: readonly string[]): Step {
  return (part, root) =>
    removeMembers(
      part,
      root,
      root.members.filter(({ key }) => names.includes(key)),
    );
}

function* strays(spec: Spec): Generator<Report> {
  for (const name of readOnlyMembers) {
    const entry = spec.entry(name);
    if (!entry) continue;
    yield {
      span: entry.member.keySpan,
      path: entry.path,
      message: `${name} is something that AWS answers, and no request takes it. Remove it.`,
      data: { member: name },
      fixes: (part) => dropMember(part, spec.node, entry.member, { safe: true }),
    };
  }
}
