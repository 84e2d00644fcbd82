import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const facts = factsWith({
  resourceServers: [
    { identifier: "orders", scopes: [{ name: "read" }, { name: "write" }] },
    { identifier: "https://api.example.com", scopes: [{ name: "admin" }] },
    { identifier: "empty", scopes: [] },
  ],
});
const machine =
  "GenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\n";

testRule("scope-not-found", {
  accept: [
    {
      why: "they exist; the last slash ends the identifier",
      yaml: onPool("AllowedOAuthScopes: [orders/read, orders/write, https://api.example.com/admin]"),
      facts,
    },
    { why: "built-in scopes are on every pool", yaml: onPool("AllowedOAuthScopes: [openid, email]"), facts },
    {
      why: "what begins with aws.cognito/ is Cognito's own, known or not",
      yaml: onPool("AllowedOAuthScopes: [aws.cognito/dcr/register, aws.cognito/new]"),
      facts,
    },
    {
      why: "a word without a slash is scope-unknown-builtin's",
      yaml: onPool("AllowedOAuthScopes: [read]"),
      facts,
      also: ["scope-unknown-builtin"],
    },
    {
      why: "a text that is no scope is oauth-scope-format's",
      yaml: onPool("AllowedOAuthScopes: ['orders/a b']"),
      facts,
      also: ["oauth-scope-format"],
    },
    { why: "a template", yaml: onPool("AllowedOAuthScopes: ['${server}/read']"), facts },
    { why: "no facts", yaml: onPool("AllowedOAuthScopes: [x/y]") },
    {
      why: "the resource servers are not known",
      yaml: onPool("AllowedOAuthScopes: [x/y]"),
      facts: factsWith({ domain: "d" }),
    },
  ],
  reject: [
    {
      why: "a scope that the resource server does not have (observed)",
      yaml: onPool("AllowedOAuthScopes:\n  - openid\n  - ‹orders/raed› # read\n"),
      json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "AllowedOAuthScopes": ["openid", ‹"orders/raed"›] }',
      facts,
      message: "The resource server orders has no scope raed. Did you mean orders/read?",
      data: { scope: "orders/raed", similar: "orders/read" },
      severity: "error",
      fixes: [
        {
          title: "Use orders/read",
          safe: false,
          yaml: onPool("AllowedOAuthScopes:\n  - openid\n  - orders/read # read\n"),
          json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "AllowedOAuthScopes": ["openid", "orders/read"] }',
        },
        {
          title: "Remove orders/raed",
          safe: false,
          json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "AllowedOAuthScopes": ["openid"] }',
        },
      ],
    },
    {
      why: "a resource server that the pool does not have",
      yaml: onPool("AllowedOAuthScopes: [openid, ‹https://invoices.example.com/void›]\n"),
      facts,
      message: "The pool has no resource server https://invoices.example.com. Create it on the pool first, or remove",
      fixes: [{ title: "Remove https://invoices.example.com/void", safe: false }],
    },
    {
      why: "no scope is like it",
      yaml: onPool("AllowedOAuthScopes: [openid, ‹empty/everything›]\n"),
      facts,
      message: "The resource server empty has no scope everything. Create it",
      data: { scope: "empty/everything" },
    },
    {
      why: "the similar one stands there already",
      yaml: onPool("AllowedOAuthScopes: [orders/read, ‹orders/reads›]\n"),
      facts,
      fixes: [{ title: "Remove orders/reads", safe: false }],
    },
    {
      why: "a machine needs a scope: one of the pool's takes its place",
      yaml: onPool(`${machine}AllowedOAuthScopes: [‹something/else/entirely›]\n`),
      facts,
      fixes: [{ title: "Replace something/else/entirely with orders/read", safe: false }],
    },
    {
      why: "the likely one, if there is one",
      yaml: onPool(`${machine}AllowedOAuthScopes: [‹orders/writ›]\n`),
      facts,
      fixes: [
        { title: "Use orders/write", safe: false },
        { title: "Replace orders/writ with orders/write", safe: false },
      ],
    },
    {
      why: "a pool without scopes has none to offer a machine",
      yaml: onPool(`${machine}AllowedOAuthScopes: [‹orders/read›]\n`),
      facts: factsWith({ resourceServers: [] }),
      fixes: [],
    },
    {
      why: "a person's app client can do with openid",
      yaml: onPool(
        "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nAllowedOAuthScopes: [‹orders/read›]\n",
      ),
      facts: factsWith({ resourceServers: [] }),
      fixes: [{ title: "Replace orders/read with openid", safe: false }],
    },
  ],
});
