import { placesIn } from "../clients/template/piece.ts";
import type { TemplateView } from "../clients/template/view.ts";
import type { SpecNode } from "../document/node.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";

/** Only Fn::Sub fills `${…}` in. */
export const subMissing: Rule = {
  id: "sub-missing",
  summary: "A text with ${…} stands in Fn::Sub",
  why: "CloudFormation fills `${Name}` in only inside `Fn::Sub`; anywhere else Cognito gets it letter by letter. In ClientName that is refused, in a URL it makes an address that does not exist.",
  severity: { recommended: "warning", strict: "error" },
  evidence: "documented",
  source:
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html",
  fixable: true,
  hosts: ["template"],
  *check(spec) {
    const reading = spec.template;
    // Other tools fill such texts in before CloudFormation sees them.
    if (reading?.site.view.template.kind !== "whole") return;
    const { site } = reading;
    for (const { node, path } of placesIn(site.properties, [])) {
      if (node.kind !== "unknown" || node.reason !== "template" || node.call || isArgument(path)) continue;
      const name = namesIn(node.text ?? "").find((each) => isKnown(each, site.view));
      if (name === undefined) continue;
      const isRefused = path[0] === "ClientName";
      yield {
        span: node.span,
        path,
        ...(isRefused && { severity: "error" as const }),
        message: `\${${name}} is filled in only inside !Sub: here Cognito gets the text as it stands${isRefused ? ", and refuses the characters" : ""}. Put !Sub before it.`,
        data: { name },
        fixes: (part) => suggestions({ title: "Put !Sub before it", edits: wrapped(part, node) }),
        isWritten: true,
      };
    }
  },
};

/** Sub's own text, and what stands in other functions, which may hand it on to a Sub. */
function isArgument(path: readonly (string | number)[]): boolean {
  return path.some((step) => typeof step === "string" && step.startsWith("Fn::") && step !== "Fn::If");
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\$\{([^!{}][^{}]*)\}/g)].map((match) => (match[1] ?? "").trim());
}

const PSEUDO = /^AWS::(?:AccountId|NotificationARNs|Partition|Region|StackId|StackName|URLSuffix)$/;

function isKnown(name: string, view: TemplateView): boolean {
  return PSEUDO.test(name) || view.parameters.has(name) || view.resources.has(name.split(".")[0] ?? "");
}

function wrapped(part: Part, { span }: SpecNode): TextEdit[] {
  const text = part.text.slice(span.start, span.end);
  if (part.syntax === "json") return [{ span, newText: `{ "Fn::Sub": ${text} }` }];
  return /^[|>]/.test(text) ? [] : [{ span: { start: span.start, end: span.start }, newText: "!Sub " }];
}
