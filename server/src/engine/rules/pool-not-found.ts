import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";

/** Somebody asked AWS, and AWS has no such pool. */
export const poolNotFound: Rule = {
  id: "pool-not-found",
  summary: "The user pool exists in the account and region that were asked",
  why: "An app client is created on a pool that exists. Pool ids are unique within a region, and a profile reaches the pools of its own account only.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("UserPoolId"),
  refusals: [
    { exception: "ResourceNotFoundException", message: "User pool … does not exist.", blames: ["UserPoolId"] },
  ],
  fixable: false,
  hosts: ["spec"],
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    const pool = spec.string("UserPoolId");
    if (facts?.exists !== false || pool.state !== "known") return;
    const where = facts.source === undefined ? "the account that was asked" : `the account of ${facts.source}`;
    yield {
      span: pool.node.span,
      path: pool.path,
      message: `There is no user pool ${pool.value} in ${where}. Check the id, and that the profile is the right one.`,
      data: { pool: pool.value },
    };
  },
};
