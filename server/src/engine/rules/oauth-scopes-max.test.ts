import { testRule } from "../../../../test/support/rule-tester.ts";

const scopes = (count: number) => Array.from({ length: count }, (_, index) => `api/s${index}`);
const at = (items: readonly string[]) => `AllowedOAuthScopes: [${items.join(", ")}]`;

testRule("oauth-scopes-max", {
  accept: [
    { why: "50 is the quota", yaml: at(scopes(50)) },
    { why: "what cannot be known may be nothing", yaml: at([...scopes(50), "!Ref Scope"]), only: "yaml" },
  ],
  reject: [
    {
      yaml: at([...scopes(50), "‹openid›"]),
      message: /^AllowedOAuthScopes has 51 scopes, but AWS takes 50 at most/,
      fixes: [{ title: "Remove all but the first 50", safe: false, yaml: at(scopes(50)) }],
    },
  ],
});
