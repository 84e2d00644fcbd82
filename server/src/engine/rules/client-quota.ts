import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";

/** App clients on a pool: what every account has, and the most that AWS raises it to. */
const ordinary = 1000;
const most = 10_000;

/** A full pool takes no further app client. */
export const clientQuota: Rule = {
  id: "client-quota",
  summary: "The pool has room for another app client",
  why: "An account may have 1,000 app clients on a pool, or up to 10,000 after a quota increase. While the account's own quota is not known, reaching 1,000 is a warning.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.guide("quotas.html"),
  fixable: false,
  hosts: ["spec"],
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    if (!facts?.clients || facts.itself || spec.operation !== "create") return;
    const count = facts.clients.length;
    const quota = facts.clientQuota ?? (count < most ? ordinary : most);
    if (count < quota) return;
    const [has, limit] = [count, quota].map((number) => number.toLocaleString("en"));
    yield {
      span: spec.head,
      path: spec.path,
      message: `The pool has ${has} app clients, and the quota is ${limit}${facts.clientQuota === undefined && quota === ordinary ? " unless AWS has raised it" : ""}. Delete some that are not used, or ask for a higher quota.`,
      data: { count, quota },
      ...(facts.clientQuota === undefined && quota === ordinary && { severity: "warning" as const }),
    };
  },
};
