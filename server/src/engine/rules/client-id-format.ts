import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { checkString } from "../lint/checks/check-format.ts";
import { use } from "../lint/fixes/fix.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const format = formatAt("ClientId");

/** Only an update has a ClientId; in an answer of AWS it is right anyway. */
export const clientIdFormat: Rule = {
  id: "client-id-format",
  summary: "ClientId has 1 to 128 letters, digits, _ and +",
  why: "An update names the app client by the id that Cognito gave it, such as `1example23456789`: letters and digits without hyphens or spaces. Its name is not its id.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.updateUserPoolClient("ClientId"),
  refusals: [modelConstraint("ClientId", "pattern"), modelConstraint("ClientId", "length")],
  fixable: true,
  hosts: ["spec"],
  *check(spec) {
    if (spec.operation !== "update") return;
    const advice = "Write the id that Cognito gave the app client.";
    yield* checkString(spec.string("ClientId"), format, advice, (value, node) => {
      const trimmed = value.trim();
      return trimmed === value || format(trimmed) ? undefined : (part) => use(part, node, trimmed, { safe: true });
    });
  },
};
