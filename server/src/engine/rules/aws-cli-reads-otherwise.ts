import { nestedLevels } from "../catalogue/member-names.ts";
import { isEditable, styleOf } from "../document/edit/edit.ts";
import type { ScalarNode, SpecNode } from "../document/node.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { quoted, readOtherwise } from "../document/scalar.ts";
import type { Tabs } from "../document/tabs.ts";
import { fixOf } from "../lint/fixes/fix.ts";
import type { Report, Rule } from "../lint/rule.ts";
import type { Fields, Path } from "../reading/fields.ts";
import type { Spec } from "../reading/spec.ts";

/** What AWS takes and the AWS CLI does not: for those who hand the file to it. Its YAML reader is ruamel, JSON's is Python's. */
export const awsCliReadsOtherwise: Rule = {
  id: "aws-cli-reads-otherwise",
  summary: "The AWS CLI reads the file as it is meant",
  why: "AWS takes what this file says, and so do the commands of this extension. `aws … --cli-input-json` and `--cli-input-yaml` read the file themselves: they refuse JSON behind a byte order mark and YAML with tabs between its values, and make a date of `2024-01-01` and a number of `1_000`.",
  severity: { recommended: "hint", strict: "hint" },
  evidence: "inferred",
  source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html",
  fixable: true,
  hosts: ["spec"],
  *check(spec) {
    // The AWS CLI takes a request alone, no answer and nothing wrapped; and of a file that does not parse, something else is told.
    if (spec.shape.kind !== "request" || spec.problems.some(({ code }) => code === "syntax-error")) return;
    if (spec.part.syntax === "json") yield* mark(spec);
    else {
      yield* tabs(spec);
      yield* values(spec.part, spec);
      for (const level of nestedLevels) yield* values(spec.part, spec.nested(level));
    }
  },
};

/** Without a fix: how a file is encoded is for its editor to say, and `--fix` writes the mark back. */
function* mark({ part, client: { root, extent } }: Spec): Generator<Report> {
  if (!part.isMarked || !root || extent.start > 0) return;
  yield {
    span: { start: root.span.start, end: Math.min(root.span.start + 1, root.span.end) },
    path: [],
    message:
      "The file begins with a byte order mark, with which the AWS CLI takes it for invalid JSON. Save it as UTF-8 without one before the CLI reads it.",
  };
}

/** One finding for all: they are one decision. */
function* tabs({ tabs: found }: Spec): Generator<Report> {
  const [first] = found;
  if (!first) return;
  yield {
    span: first.span,
    path: [],
    message: "Here stands a tab, with which the AWS CLI takes the file for invalid YAML. Write a space instead.",
    data: { tabs: found.length },
    fixes: () => fixOf(found.length > 1 ? "Write spaces for the tabs" : "Write a space", true, found.map(asSpaces)),
  };
}

/** As many: where tabs stand between tokens, nothing else moves. */
function asSpaces({ span }: Tabs): TextEdit {
  return { span, newText: " ".repeat(span.end - span.start) };
}

function* values(part: Part, fields: Fields): Generator<Report> {
  for (const { member, property, verdict, path } of fields.entries) {
    const { value: node, keySpan } = member;
    if (!property || verdict !== "ok" || !node) continue;
    if (property.value.type === "string") yield* value(part, node, keySpan.end, member.key, path);
    if (node.kind !== "array") continue;
    let from = node.span.start;
    for (const [index, item] of node.items.entries()) {
      yield* value(part, item, from, `an item of ${member.key}`, [...path, index]);
      from = item.span.end;
    }
  }
}

/** @param from where what belongs to the value begins: a tag before it says what it is. */
function* value(part: Part, node: SpecNode, from: number, what: string, path: Path): Generator<Report> {
  if (!isPlainText(node) || !isEditable(node)) return;
  const kind = readOtherwise(node.value);
  if (!kind || part.text.slice(from, node.span.start).includes("!")) return;
  yield {
    span: node.span,
    path,
    message: `The AWS CLI reads a ${kind} here and refuses it, since ${what} is text. Put it in quotes.`,
    data: { kind },
    fixes: (current) =>
      fixOf("Put it in quotes", true, [{ span: node.span, newText: quoted(node.value, styleOf(current).quote) }]),
  };
}

function isPlainText(node: SpecNode): node is ScalarNode & { readonly value: string } {
  return node.kind === "scalar" && node.style === "plain" && typeof node.value === "string";
}
