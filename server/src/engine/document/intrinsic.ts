import type { Call, Member, Span, SpecNode } from "./node.ts";

/** @returns the call that these members are, if they are CloudFormation's long form: `{"Ref": …}` or `{"Fn::…": …}` and nothing beside it. */
export function callOf(members: readonly Member[]): Call | undefined {
  const [only] = members;
  if (members.length !== 1 || only === undefined) return undefined;
  if (only.key !== "Ref" && !only.key.startsWith("Fn::")) return undefined;
  return { name: only.key, nameSpan: only.keySpan, args: only.value };
}

/**
 * The short form `!Name value`. Any local tag counts: which functions there are is CloudFormation's business, and new ones come.
 * @param text what holds the value; its tag is looked for right before it.
 */
export function callOfTag(tag: string, text: string, args: SpecNode): Call | undefined {
  const [, word] = LOCAL_TAG.exec(tag) ?? [];
  if (word === undefined) return undefined;
  const name = word === "Ref" || word === "Condition" ? word : `Fn::${word}`;
  return { name, nameSpan: tagSpan(tag, text, args.span.start), args };
}
const LOCAL_TAG = /^!([A-Za-z][A-Za-z0-9]*)$/;

/** Comments and an anchor may stand between a tag and its value, but no other tag. */
function tagSpan(tag: string, text: string, before: number): Span {
  const from = Math.max(0, before - FARTHEST);
  const at = text.slice(from, before).lastIndexOf(tag);
  return at < 0 ? { start: before, end: before } : { start: from + at, end: from + at + tag.length };
}
/** Characters; so that looking for a tag costs the same wherever it stands. */
const FARTHEST = 1000;
