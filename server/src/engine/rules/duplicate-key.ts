import type { Member, ObjectNode, SpecNode } from "../document/node.ts";
import { dropMember } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";
import type { Path } from "../reading/fields.ts";

export const duplicateKey: Rule = {
  id: "duplicate-key",
  summary: "No key stands twice in an object",
  why: "Of two equal keys JSON parsers take the last one without a word, and the AWS CLI refuses a YAML file that has them. Either way a value that somebody wrote is not the one that counts.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: "https://www.rfc-editor.org/rfc/rfc8259#section-4",
  fixable: true,
  *check(spec) {
    for (const { code, message, span } of spec.problems) {
      if (code !== "duplicate-key") continue;
      const found = find(spec.client.root, span.start, []);
      const earlier = found?.object.members.find(({ key, alias }) => key === found.member.key && !alias);
      yield {
        span,
        path: found?.path ?? [],
        message: spec.client.host === "template" && found ? inTemplate(found.member.key) : message,
        ...(earlier && { related: [{ span: earlier.keySpan, message: "the one that does not count" }] }),
        ...(found && { data: { member: found.member.key } }),
        fixes: (part) => {
          if (!found || !earlier || earlier === found.member) return [];
          return [
            ...dropMember(part, found.object, earlier, {
              title: `Remove the first ${earlier.key}, which does not count`,
            }),
            ...dropMember(part, found.object, found.member, { title: `Remove this ${earlier.key}` }),
          ];
        },
      };
    }
  },
};

/** The AWS CLI never reads a template: CloudFormation and the tools before it do, each in its own way. */
function inTemplate(key: string): string {
  return `"${key}" stands twice in this object: some tools refuse such a template, and most take the last one without a word. Remove one of them.`;
}

interface Found {
  readonly object: ObjectNode;
  readonly member: Member;
  readonly path: Path;
}

/** Walks down to the key at an offset; only where the parser has met a repetition. */
function find(node: SpecNode | undefined, offset: number, path: Path): Found | undefined {
  if (node?.kind === "array") {
    for (const [index, item] of node.items.entries()) {
      const found = find(item, offset, [...path, index]);
      if (found) return found;
    }
  }
  if (node?.kind !== "object") return undefined;
  for (const member of node.members) {
    if (member.alias) continue;
    const here = [...path, member.key];
    if (member.keySpan.start === offset) return { object: node, member, path: here };
    const found = find(member.value, offset, here);
    if (found) return found;
  }
  return undefined;
}
