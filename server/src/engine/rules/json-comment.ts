import { lineEnd, nextLine, startsLine } from "../document/lines.ts";
import type { Comment, Part, TextEdit } from "../document/part.ts";
import { fixOf } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";

export const jsonComment: Rule = {
  id: "json-comment",
  summary: "A .json file has no comments",
  why: "JSON has no comments, and the AWS CLI refuses a file that has some. In a `.jsonc` file they are welcome; the commands of this extension take either.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: "https://www.rfc-editor.org/rfc/rfc8259",
  fixable: true,
  hosts: ["spec"],
  *check(spec) {
    const comments = spec.problems.filter(({ code }) => code === "json-comment");
    const [first] = comments;
    // One finding for all: ten comments are one decision.
    if (!first) return;
    yield {
      span: first.span,
      path: [],
      message: first.message,
      data: { comments: comments.length },
      fixes: (part) => fixOf("Remove all comments", false, withoutComments(part, spec.comments)),
    };
  },
};

function withoutComments(part: Part, comments: readonly Comment[]): TextEdit[] {
  const { text } = part;
  return comments.map(({ span }) => {
    const endsLine = text.slice(span.end, lineEnd(text, span.end)).trim() === "";
    if (!endsLine) return { span, newText: "" };
    let start = span.start;
    while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
    const isAlone = startsLine(text, span.start) && start < text.length;
    return { span: { start, end: isAlone ? nextLine(text, span.end) : span.end }, newText: "" };
  });
}
