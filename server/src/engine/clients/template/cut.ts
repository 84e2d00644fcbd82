import { readJson } from "../../document/json.ts";
import type { Member, Span, SpecNode } from "../../document/node.ts";
import type { Part, SyntaxProblem } from "../../document/part.ts";

/** @returns a member of a tree as a part of its own, with offsets from the member's key: it stays the same when text before it changes. */
export function cutOut(whole: Part, member: Member): Part {
  const { start, end } = member.span;
  const moved = memberAt(member, -start);
  const problems = whole.problems
    .filter(({ span }) => span.start >= start && span.start <= end)
    .map((problem) => ({ ...problem, span: spanAt(problem.span, -start) }));
  return {
    syntax: whole.syntax,
    text: whole.text.slice(start, end),
    root: { kind: "object", members: [moved], span: { start: 0, end: end - start }, flow: true },
    problems: ownProblems(problems, whole.text.slice(start, end)),
  };
}

/** @returns a member that stands alone as a part, as `cutOut` makes it; `undefined` for what is no member. */
export function memberAlone(text: string): Part | undefined {
  const part = readJson(`{${text}}`, true).segments[0]?.part;
  const [member, ...more] = part?.root?.kind === "object" ? part.root.members : [];
  // Behind a mistake a parser may take what is left of the member for others.
  if (!part || !member || (more.length > 0 && part.problems.length === 0)) return undefined;
  const problems = part.problems.map((problem) => ({ ...problem, span: spanAt(problem.span, -1) }));
  const root: SpecNode = {
    kind: "object",
    members: [memberAt(member, -1)],
    span: { start: 0, end: text.length },
    flow: true,
  };
  return { syntax: "json", text, root, problems: ownProblems(problems, text) };
}

/**
 * Where a file ends too early, or behind another mistake, a parser misses a bracket or has one left over: in a member whose own
 * brackets close that is not the member's mistake.
 */
function ownProblems(problems: readonly SyntaxProblem[], text: string): readonly SyntaxProblem[] {
  const isOthers = ({ reason = "", span }: SyntaxProblem) => BRACKETS.has(reason) || span.start === text.length;
  return problems.some(isOthers) && isClosed(text) ? problems.filter((problem) => !isOthers(problem)) : problems;
}
const BRACKETS: ReadonlySet<string> = new Set(["CloseBraceExpected", "CloseBracketExpected", "EndOfFileExpected"]);

function isClosed(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}[\]]/g))
    if (!token.startsWith('"')) depth += token === "{" || token === "[" ? 1 : -1;
  return depth === 0;
}

/** @returns a part's tree with all offsets moved. */
export function nodeAt(node: SpecNode, by: number): SpecNode {
  const span = spanAt(node.span, by);
  switch (node.kind) {
    case "object":
      return { ...node, span, members: node.members.map((member) => memberAt(member, by)) };
    case "array":
      return { ...node, span, items: node.items.map((item) => nodeAt(item, by)) };
    case "scalar":
      return { ...node, span };
    case "unknown": {
      if (!node.call) return { ...node, span };
      const { name, nameSpan, args } = node.call;
      return { ...node, span, call: { name, nameSpan: spanAt(nameSpan, by), args: args && nodeAt(args, by) } };
    }
  }
}

function memberAt(member: Member, by: number): Member {
  return {
    ...member,
    keySpan: spanAt(member.keySpan, by),
    span: spanAt(member.span, by),
    value: member.value && nodeAt(member.value, by),
  };
}

function spanAt({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
