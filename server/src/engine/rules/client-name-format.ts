import { documentation } from "./links.ts";
import type { Rule } from "./rule.ts";
import { checkString } from "./shared/check-format.ts";
import { use } from "./shared/fix.ts";
import { formatAt } from "./shared/format.ts";
import { modelConstraint } from "./shared/refusals.ts";

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

/** Accents go, what separates words becomes a hyphen, all else that is refused goes; too long a name is cut. */
function acceptable(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\s*[/\\:|;&–—~*#]+\s*/g, "-")
    .replace(/[^\w \t\n\v\f\r+=,.@-]/g, "")
    .slice(0, 128)
    .replace(/^[\s-]+|[\s-]+$/g, "");
}
