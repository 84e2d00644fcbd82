import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { checkString } from "../lint/checks/check-format.ts";
import { use } from "../lint/fixes/fix.ts";
import { spanWithTag } from "../lint/fixes/template-edits.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Report, Rule } from "../lint/rule.ts";
import { literalPieces } from "../reading/deploy-text.ts";
import type { Spec } from "../reading/spec.ts";

const format = formatAt("ClientName");

export const clientNameFormat: Rule = {
  id: "client-name-format",
  summary: "ClientName has 1 to 128 letters, digits, spaces and + = , . @ - _",
  why: "Cognito takes ASCII letters and digits, white space and `+ = , . @ - _` in a name, and nothing else: no slash, colon, bracket, ampersand or accented letter.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("ClientName"),
  refusals: [modelConstraint("ClientName", "pattern"), modelConstraint("ClientName", "length")],
  fixable: true,
  *check(spec) {
    yield* symbolic(spec);
    yield* checkString(
      spec.string("ClientName"),
      format,
      "The name is only a label: any other will do.",
      (value, node) => {
        const name = acceptable(value);
        return format(name) ? undefined : (part) => use(part, node, name);
      },
    );
  },
};

/** Of a name that the deploy completes, what is written out stands in it whatever the rest is. */
function* symbolic(spec: Spec): Generator<Report> {
  const entry = spec.entry("ClientName");
  const node = entry?.member.value;
  const wrong = /[/:]/.exec(literalPieces(spec, node).join(""))?.[0];
  if (!entry || !node || wrong === undefined) return;
  yield {
    span: spanWithTag(node),
    path: entry.path,
    message: `ClientName contains "${wrong}" whatever the deploy fills in, and Cognito refuses that: it takes letters, digits, spaces and + = , . @ - _.`,
  };
}

/** Accents go, what separates words becomes a hyphen, all else that is refused goes; too long a name is cut. */
function acceptable(name: string): string {
  // Eight times what a name may have is more than enough to make one from.
  const words = name
    .slice(0, 1024)
    .normalize("NFKD")
    .split(/[/\\:|;&\u2013\u2014~*#]/);
  return words
    .map((word) => word.trim())
    .filter((word, index) => word !== "" || index === 0)
    .join("-")
    .replace(/[^\w \t\n\v\f\r+=,.@-]/g, "")
    .slice(0, 128)
    .replace(/^[\s-]+/, "")
    .replace(/(?<![\s-])[\s-]+$/, "");
}
