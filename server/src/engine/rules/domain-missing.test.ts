import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const none = factsWith({ domain: null });
const oauth =
  "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]\n";

testRule("domain-missing", {
  accept: [
    { why: "the pool has one", yaml: onPool(oauth), facts: factsWith({ domain: "auth.example.com" }) },
    { why: "nobody knows", yaml: onPool(oauth), facts: factsWith({}) },
    { why: "no facts", yaml: onPool(oauth) },
    { why: "OAuth is off", yaml: onPool(oauth.replace("true", "false")), facts: none },
    {
      why: "the flag is absent",
      yaml: onPool("AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]"),
      facts: none,
    },
    { why: "the flag cannot be known", yaml: onPool(oauth.replace("true", "!Ref X")), facts: none, only: "yaml" },
    {
      why: "no grant yet",
      yaml: onPool("AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: []"),
      facts: none,
      also: ["oauth-flows-and-scopes-required"],
    },
    {
      why: "GetClientToken needs no domain",
      yaml: onPool(`${oauth}GenerateSecret: true\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]`),
      facts: none,
    },
  ],
  reject: [
    {
      why: "the pool has none",
      yaml: onPool(oauth.replace("AllowedOAuthFlowsUserPoolClient", "‹AllowedOAuthFlowsUserPoolClient›")),
      facts: none,
      message: /^The pool has no domain/,
      severity: "warning",
      fixes: [],
    },
  ],
});
