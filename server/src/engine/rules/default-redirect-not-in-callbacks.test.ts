import { testRule } from "../../../../test/support/rule-tester.ts";

const many = (count: number) => Array.from({ length: count }, (_, index) => `  - https://${index}.example\n`).join("");

testRule("default-redirect-not-in-callbacks", {
  accept: [
    {
      why: "it is one of them",
      yaml: "CallbackURLs: [https://b.example, https://a.example]\nDefaultRedirectURI: https://a.example",
    },
    { why: "no default", yaml: "CallbackURLs: [https://a.example]" },
    { why: "the default is a template", yaml: "CallbackURLs: [https://a.example]\nDefaultRedirectURI: '${url}'" },
    { why: "a callback is a template", yaml: "CallbackURLs: ['${url}']\nDefaultRedirectURI: https://a.example" },
    {
      why: "the callbacks cannot be known",
      yaml: "CallbackURLs: !Ref Urls\nDefaultRedirectURI: https://a.example",
      only: "yaml",
    },
    {
      why: "a text that is no URL is redirect-url-format's",
      yaml: "CallbackURLs: [https://a.example]\nDefaultRedirectURI: 'https://a. example'",
      also: ["redirect-url-format"],
    },
    {
      why: "callback-required-for-redirect-flows asks for the list already",
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthScopes: [openid]\nAllowedOAuthFlows: [code]\nCallbackURLs: []\nDefaultRedirectURI: https://a.example",
      also: ["callback-required-for-redirect-flows"],
    },
    {
      why: "for implicit, too",
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthScopes: [openid]\nAllowedOAuthFlows: [implicit]\nDefaultRedirectURI: https://a.example",
      also: ["callback-required-for-redirect-flows"],
    },
  ],
  reject: [
    {
      why: "its data",
      yaml: "CallbackURLs: [https://b.example]\nDefaultRedirectURI: ‹https://a.example›\n",
      data: { url: "https://a.example", similar: "https://b.example" },
    },
    { why: "its data, alone", yaml: "DefaultRedirectURI: ‹https://a.example›\n", data: { url: "https://a.example" } },
    {
      why: "a trailing slash makes another URL",
      yaml: "CallbackURLs:\n  - https://b.example\n  - https://a.example # app\nDefaultRedirectURI: ‹https://a.example/›\n",
      json: '{ "CallbackURLs": ["https://b.example", "https://a.example"], "DefaultRedirectURI": ‹"https://a.example/"› }',
      message: "https://a.example/ is not among the CallbackURLs",
      severity: "error",
      fixes: [
        {
          title: "Add https://a.example/ to CallbackURLs",
          safe: false,
          yaml: "CallbackURLs:\n  - https://b.example\n  - https://a.example # app\n  - https://a.example/\nDefaultRedirectURI: https://a.example/\n",
          json: '{ "CallbackURLs": ["https://b.example", "https://a.example", "https://a.example/"], "DefaultRedirectURI": "https://a.example/" }',
        },
        {
          title: "Use https://a.example",
          safe: false,
          yaml: "CallbackURLs:\n  - https://b.example\n  - https://a.example # app\nDefaultRedirectURI: https://a.example\n",
        },
        {
          title: "Remove DefaultRedirectURI",
          safe: false,
          yaml: "CallbackURLs:\n  - https://b.example\n  - https://a.example # app\n",
        },
      ],
    },
    {
      why: "letter case makes another URL",
      yaml: "CallbackURLs: [https://A.example]\nDefaultRedirectURI: ‹https://a.example›\n",
    },
    {
      why: "an absent list is an empty one",
      yaml: "ClientName: a\nDefaultRedirectURI: ‹https://a.example›\n",
      fixes: [
        {
          title: "Add https://a.example to CallbackURLs",
          safe: false,
          yaml: "ClientName: a\nCallbackURLs:\n  - https://a.example\nDefaultRedirectURI: https://a.example\n",
        },
        { title: "Remove DefaultRedirectURI", safe: false, yaml: "ClientName: a\n" },
      ],
    },
    {
      why: "an empty list",
      yaml: "CallbackURLs: []\nDefaultRedirectURI: ‹https://a.example›\n",
      fixes: [
        { title: /^Add/, safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      why: "the grant that needs a callback is off",
      yaml: "AllowedOAuthFlows: [code]\nDefaultRedirectURI: ‹https://a.example›\n",
    },
    {
      why: "switched on, but with a grant that needs no callback",
      yaml: "GenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthScopes: [a/b]\nAllowedOAuthFlows: [client_credentials]\nDefaultRedirectURI: ‹https://a.example›\n",
    },
    {
      why: "switched on, with callbacks",
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthScopes: [openid]\nAllowedOAuthFlows: [implicit]\nCallbackURLs: [https://b.example]\nDefaultRedirectURI: ‹https://a.example›\n",
    },
    ...["http://a.example", "https://a.example/#x", "a.example"].map((url) => ({
      why: `${url} would be no better among the callbacks`,
      yaml: `CallbackURLs: [https://b.example]\nDefaultRedirectURI: ‹'${url}'›\n`,
      fixes: [
        { title: "Use https://b.example", safe: false },
        { title: "Remove DefaultRedirectURI", safe: false },
      ],
    })),
    {
      why: "http for a loopback host may join the callbacks",
      yaml: "CallbackURLs: [https://b.example]\nDefaultRedirectURI: ‹http://localhost:3000›\n",
      fixes: [
        { title: "Add http://localhost:3000 to CallbackURLs", safe: false },
        { title: /^Use/, safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      why: "the list has room for one more",
      yaml: `CallbackURLs:\n${many(99)}DefaultRedirectURI: ‹https://a.example›\n`,
      fixes: [
        { title: /^Add/, safe: false },
        { title: /^Use/, safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      why: "the list is full",
      yaml: `CallbackURLs:\n${many(100)}DefaultRedirectURI: ‹https://7.example/›\n`,
      fixes: [
        { title: "Use https://7.example", safe: false },
        { title: "Remove DefaultRedirectURI", safe: false },
      ],
    },
    {
      why: "a list behind an alias stays as it is",
      yaml: "LogoutURLs: &urls [https://b.example/bye]\nCallbackURLs: *urls\nDefaultRedirectURI: ‹https://c.example›\n",
      only: "yaml",
      fixes: [
        { title: "Use https://b.example/bye", safe: false },
        { title: "Remove DefaultRedirectURI", safe: false },
      ],
    },
  ],
});
