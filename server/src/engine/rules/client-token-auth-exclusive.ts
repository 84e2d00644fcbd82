import { documentation } from "../catalogue/links.ts";
import { isEditable, removeItems } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

/** As with client_credentials: a machine's app client does nothing else. */
export const clientTokenAuthExclusive: Rule = {
  id: "client-token-auth-exclusive",
  summary: "ALLOW_CLIENT_TOKEN_AUTH stands alone in ExplicitAuthFlows",
  why: "GetClientToken gives tokens to programs, every other flow signs a person in. AWS documents ALLOW_CLIENT_TOKEN_AUTH as the only flow of its app client.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_GetClientToken.html"),
  fixable: true,
  *check(spec) {
    const list = spec.authFlows;
    const items = itemsOf(list);
    const machine = items.find(({ value }) => value === "ALLOW_CLIENT_TOKEN_AUTH");
    const [other] = items.filter(({ value }) => value !== "ALLOW_CLIENT_TOKEN_AUTH");
    if (!machine || !other || list.state !== "known") return;
    yield {
      span: machine.node.span,
      path: machine.path,
      message: `ALLOW_CLIENT_TOKEN_AUTH must be the only flow of its app client, and here ${other.value} stands beside it. Remove one side, and make a second app client for it.`,
      data: { other: other.value },
      related: [{ span: other.node.span, message: `${other.value} is for people` }],
      fixes: (part): Fix[] => {
        if (!isEditable(list.node)) return [];
        const machines = items.filter(({ value }) => value === machine.value).map(({ node }) => node);
        const others = list.node.items.filter((node) => !machines.some((item) => item === node));
        return suggestions(
          { title: "Keep only ALLOW_CLIENT_TOKEN_AUTH", edits: removeItems(part, list.node, others) },
          { title: "Remove ALLOW_CLIENT_TOKEN_AUTH", edits: removeItems(part, list.node, machines) },
        );
      },
    };
  },
};
