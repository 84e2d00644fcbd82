import type { ObjectNode, SpecNode } from "../../document/node.ts";
import { findMember } from "../../document/node.ts";
import type { TemplateView } from "./view.ts";

/**
 * Properties as they are where the Serverless Framework lays `resources.extensions` over the resource: what that sets is not what
 * stands here, so it is unknown (https://www.serverless.com/framework/docs/providers/aws/guide/resources).
 */
export function underExtensions(properties: ObjectNode, id: string, view: TemplateView): ObjectNode {
  const values = view.extensions.flatMap(({ member }) => {
    if (member.value?.kind !== "object") return [member.value];
    const own = findMember(member.value, id);
    // Extended in other ways than its properties.
    if (!own || (own.value?.kind === "object" && !findMember(own.value, "Properties"))) return [];
    return [own.value?.kind === "object" ? findMember(own.value, "Properties")?.value : own.value];
  });
  if (values.length === 0) return properties;
  const isSet = (name: string) =>
    values.some((value) => value?.kind !== "object" || value.members.some(({ key }) => key === name || key === "<<"));
  return {
    ...properties,
    members: properties.members.map((member) =>
      member.value && isSet(member.key) ? { ...member, value: unknown(member.value) } : member,
    ),
  };
}

function unknown({ span }: SpecNode): SpecNode {
  return { kind: "unknown", reason: "cut", span };
}
