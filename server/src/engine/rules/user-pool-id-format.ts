import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { checkString } from "../lint/checks/check-format.ts";
import { use } from "../lint/fixes/fix.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const format = formatAt("UserPoolId");

/** An ARN, a provider URL or an id among spaces contains the id that is wanted. */
const ID_WITHIN = /(?:^|[\s/])([a-z]{2,}(?:-[a-z]+)+-\d+_[0-9a-zA-Z]+)\s*$/;

export const userPoolIdFormat: Rule = {
  id: "user-pool-id-format",
  summary: "UserPoolId is a pool's id, such as eu-west-1_AbCdEf123",
  why: "A pool's id is its region, an underscore and letters or digits. Its ARN and its name are something else; the region before the underscore also decides where the request goes.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("UserPoolId"),
  refusals: [modelConstraint("UserPoolId", "pattern"), modelConstraint("UserPoolId", "length")],
  fixable: true,
  *check(spec) {
    const field = spec.string("UserPoolId");
    const id = field.state === "known" ? idWithin(field.value) : undefined;
    const advice =
      id === undefined ? "Write the id of the user pool, as in us-east-1_EXAMPLE." : `Write its id: ${id}.`;
    yield* checkString(field, format, advice, (_, node) =>
      id === undefined ? undefined : (part) => use(part, node, id, { safe: true }),
    );
  },
};

function idWithin(text: string): string | undefined {
  const id = ID_WITHIN.exec(text)?.[1];
  return id === undefined || format(id) ? undefined : id;
}
