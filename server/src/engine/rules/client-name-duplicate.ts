import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";

/** Names identify nothing: a second app client of the same name is easily made by mistake. */
export const clientNameDuplicate: Rule = {
  id: "client-name-duplicate",
  summary: "No other app client on the pool has this name",
  why: "Cognito does not mind app clients of the same name; they differ by their ids. People do mind, and a second one often comes from creating the same file twice.",
  severity: { recommended: "info", strict: "info" },
  evidence: "documented",
  source: documentation.createUserPoolClient("ClientName"),
  fixable: false,
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    const name = spec.string("ClientName");
    const id = spec.string("ClientId");
    if (!facts?.clients || name.state !== "known" || id.state === "unknown") return;
    const own = id.state === "known" ? id.value : undefined;
    const others = facts.clients.filter(
      (client) => client.name === name.value && client.id !== own && !facts.itself?.includes(client.id),
    );
    const [other] = others;
    if (!other) return;
    yield {
      span: name.node.span,
      path: name.path,
      message: `The pool has ${others.length === 1 ? `an app client ${name.value} already (${other.id})` : `${others.length} app clients ${name.value} already`}. Cognito allows another one; choose a name of its own to tell them apart.`,
      data: { count: others.length, id: other.id },
    };
  },
};
