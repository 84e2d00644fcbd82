import { secretUses } from "../lint/checks/secret-uses.ts";
import type { Rule } from "../lint/rule.ts";

/** Whoever may read a function's configuration reads its environment. */
export const secretInEnvironment: Rule = {
  id: "secret-in-environment",
  summary: "No plain environment variable holds an app client's secret",
  why: "Environment variables of functions and containers are shown to everybody who may read their configuration. Keep the secret in Secrets Manager, and let the program read it there.",
  severity: { recommended: "info", strict: "warning" },
  evidence: "inferred",
  source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
  fixable: false,
  hosts: ["template"],
  *check(spec) {
    const site = spec.template?.site;
    if (!site) return;
    for (const { path, piece, span } of secretUses(site)) {
      if (!path.includes("Environment")) continue;
      yield {
        span,
        path,
        at: piece,
        message: `This puts the secret of ${site.id} into a plain environment variable, which everybody reads who may read the configuration. Keep it in Secrets Manager, and let the program read it there.`,
        data: { client: site.id },
      };
    }
  },
};
