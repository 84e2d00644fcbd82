import { documentation } from "../catalogue/links.ts";
import { membersFor } from "../catalogue/properties.ts";
import type { Rule } from "../lint/rule.ts";
import { listed } from "../lint/shown.ts";

/** Most people need no more names than these to see what is meant. */
const NAMED = 5;

const resettable = membersFor("update")
  .filter(({ omittedInUpdate }) => omittedInUpdate?.is === "reset")
  .toSorted((a, b) => b.popularity - a.popularity)
  .map(({ name }) => name);

export const updateResetsProperty: Rule = {
  id: "update-resets-property",
  summary: "An update names every setting that it means to keep",
  why: "AWS says that UpdateUserPoolClient sets back what the request leaves out, and people have lost lists that way. Other settings were seen to stay: lifetimes, token revocation, the time to answer a sign-in step, rotation. Name every setting, and either way is the same.",
  severity: { recommended: "off", strict: "info" },
  evidence: "observed",
  source: documentation.api("API_UpdateUserPoolClient.html"),
  fixable: false,
  hosts: ["spec"],
  *check(spec) {
    if (spec.operation !== "update") return;
    const id = spec.entry("ClientId");
    const missing = resettable.filter((name) => spec.isAbsent(name));
    if (!id || missing.length === 0) return;
    const more = missing.length - NAMED;
    const names = more > 1 ? [...missing.slice(0, NAMED), `${more} more`] : missing;
    yield {
      span: id.member.keySpan,
      path: id.path,
      message: `UpdateUserPoolClient resets what you leave out: here ${listed(names)}. Start from what describe-user-pool-client answers, and change that.`,
      data: { missing: missing.join(" ") },
    };
  },
};
