import { documentation } from "../catalogue/links.ts";
import type { SpecNode } from "../document/node.ts";
import type { Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";

export const notAnObject: Rule = {
  id: "not-an-object",
  summary: "An app client is an object",
  why: "The request is a set of named members. A file holds one such object, a list of them, or (in YAML) several documents with one each.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_CreateUserPoolClient.html"),
  fixable: false,
  hosts: ["spec"],
  *check({ part, problems, shape }) {
    if (shape.kind !== "other" || shape.node.kind === "unknown") return;
    if (problems.some(({ code }) => code === "syntax-error")) return;
    const { span } = shape.node;
    const example = part.syntax === "yaml" ? "ClientName: web" : '"ClientName": "web"';
    yield {
      span: span.end > span.start ? span : { start: span.start, end: Math.min(span.start + 1, part.text.length) },
      path: [],
      message: `An app client is an object with members such as ${example}, but this is ${what(shape.node)}. Write its members.`,
    };
  },
};

function what(node: SpecNode): string {
  if (node.kind === "array") return node.items.length === 0 ? "an empty list" : "a list within a list";
  if (node.kind !== "scalar" || node.value === null) return "null";
  return typeof node.value === "string" ? `the text ${shown(node.value)}` : `the value ${node.value}`;
}
