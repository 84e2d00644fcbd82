import { testRule } from "../../../../test/support/rule-tester.ts";

const around = (flows: string) => `CallbackURLs: [https://a.example]\nAllowedOAuthFlows: [${flows}]`;

testRule("oauth-flows-max", {
  accept: [
    { why: "three items, even if one comes twice", yaml: around("code, implicit, code") },
    {
      why: "an item that is no grant has its own finding",
      yaml: around("code, implicit, code, token"),
      also: ["oauth-flow-enum"],
    },
  ],
  reject: [
    {
      yaml: around("code, implicit, code, ‹implicit›"),
      json: '{ "CallbackURLs": ["https://a.example"], "AllowedOAuthFlows": ["code", "implicit", "code", ‹"implicit"›] }',
      message: /^AllowedOAuthFlows has 4 items, but AWS takes 3 at most, and no quota raises that. Remove 1\.$/,
      fixes: [
        { title: "Remove the items that stand there twice", safe: true, yaml: around("code, implicit") },
        { title: "Remove all but the first 3", safe: false, yaml: around("code, implicit, code") },
      ],
    },
  ],
});
