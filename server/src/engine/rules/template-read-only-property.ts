import { readOnlyProperties } from "../clients/template/overlay.ts";
import { removeMembers, renameKey, replaceValue } from "../document/edit/edit.ts";
import { findMember, type Member, type ObjectNode } from "../document/node.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";

/** They come back from a finished resource, and nobody can set them. */
export const templateReadOnlyProperty: Rule = {
  id: "template-read-only-property",
  summary: "ClientId, ClientSecret and Name are not set in a template",
  why: "These are attributes of the finished app client, to be read with `Fn::GetAtt`. Under Properties CloudFormation drops them without a word, so the app client gets another id, another secret, or no name of yours.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source:
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html",
  fixable: true,
  hosts: ["template"],
  *check(spec) {
    const object = spec.template?.site.properties;
    for (const member of object?.members ?? []) {
      if (!object || !readOnlyProperties.has(member.key)) continue;
      // Tools that merge files take a property away by null; and what they write over is not what stands here.
      if (isTakenAway(member) && spec.template?.site.view.template.kind !== "whole") continue;
      const { doing, instead } = texts[member.key as keyof typeof texts];
      yield {
        span: member.keySpan,
        path: [member.key],
        message: `CloudFormation drops ${member.key}: ${doing}. ${instead}`,
        data: { member: member.key },
        fixes: (part) =>
          suggestions(better(part, object, member), {
            title: `Remove ${member.key}`,
            edits: removeMembers(part, object, [member]),
          }),
        isWritten: true,
      };
    }
  },
};

function isTakenAway({ value }: Member): boolean {
  return (value?.kind === "scalar" && value.value === null) || (value?.kind === "unknown" && value.reason === "cut");
}

const texts = {
  ClientId: {
    doing: "Cognito gives the app client an id of its own",
    instead: "Remove it, and use !Ref to get the id.",
  },
  ClientSecret: {
    doing: "Cognito makes the secret itself, and a secret does not belong in a file",
    instead: "Set GenerateSecret to true instead.",
  },
  Name: { doing: "it is the finished app client's name", instead: "Set ClientName instead." },
} as const;

function better(part: Part, object: ObjectNode, member: Member): { title: string; edits: TextEdit[] } | undefined {
  if (!member.value || member.alias) return undefined;
  if (member.key === "Name" && !findMember(object, "ClientName"))
    return { title: "Rename it to ClientName", edits: renameKey(part, member, "ClientName") };
  if (member.key !== "ClientSecret" || findMember(object, "GenerateSecret") || member.value.kind !== "scalar")
    return undefined;
  return {
    title: "Set GenerateSecret to true instead",
    edits: [...renameKey(part, member, "GenerateSecret"), ...replaceValue(part, member.value, true)],
  };
}
