import { documentation } from "../catalogue/links.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { fixOf } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";

export const emptyDocument: Rule = {
  id: "empty-document",
  summary: "There is an app client in the document",
  why: "A spec holds the members of one request. Without UserPoolId and ClientName there is nothing to send.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_CreateUserPoolClient.html"),
  fixable: true,
  hosts: ["spec"],
  *check({ shape, head, problems }) {
    // A syntax error says more of a document of which nothing can be read.
    if (shape.kind !== "empty" || problems.some(({ code }) => code !== "json-comment")) return;
    yield {
      span: head,
      path: [],
      message:
        "There is no app client here yet. Press Ctrl+Space to choose an application type, or write UserPoolId and ClientName.",
      fixes: (current) => fixOf("Start with UserPoolId and ClientName", false, beginning(current)),
    };
  },
};

function beginning({ text, syntax }: Part): TextEdit[] {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const before = text === "" || /[\n[]$/.test(text) ? "" : eol;
  if (syntax === "yaml") {
    return [at(text.length, `${before}UserPoolId: us-east-1_EXAMPLE${eol}ClientName: my-app-client${eol}`)];
  }
  const object = `{${eol}  "UserPoolId": "us-east-1_EXAMPLE",${eol}  "ClientName": "my-app-client"${eol}}`;
  // An empty list of app clients gets its first.
  const close = /\]\s*$/.exec(text);
  return [close ? at(close.index, object) : at(text.length, `${before}${object}${eol}`)];
}

function at(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
