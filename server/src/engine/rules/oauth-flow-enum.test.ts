import { testRule } from "../../../../test/support/rule-tester.ts";

const base = "GenerateSecret: true\nCallbackURLs: [https://a.example]\n";
const at = (...flows: string[]) => `${base}AllowedOAuthFlows: [${flows.join(", ")}]`;

testRule("oauth-flow-enum", {
  accept: [
    { why: "code", yaml: at("code") },
    { why: "implicit", yaml: at("implicit") },
    { why: "client_credentials", yaml: at("client_credentials") },
    { why: "a template", yaml: at("'${FLOW}'") },
    { why: "an empty list", yaml: at() },
  ],
  reject: [
    {
      why: "several in one text",
      yaml: "CallbackURLs: [https://a.example]\nAllowedOAuthFlows: [‹'code,implicit'›]\n",
      message: /Make each an item of its own\.$/,
      fixes: [
        {
          title: "Split into code and implicit",
          safe: true,
          yaml: "CallbackURLs: [https://a.example]\nAllowedOAuthFlows: ['code', 'implicit']\n",
        },
      ],
    },
    {
      yaml: "AllowedOAuthFlows: [‹implicitt›]",
      fixes: [
        { title: "Use implicit", safe: false },
        { title: "Remove implicitt", safe: false },
      ],
    },
    {
      yaml: "AllowedOAuthFlows: [implicit, ‹token›]",
      fixes: [{ title: "Remove token (implicit is there)", safe: true }],
    },
    ...(
      [
        ["token", "implicit"],
        ["implicit_grant", "implicit"],
        ["Implicit code grant", "implicit"],
        ["authorization_code", "code"],
        ["authorization-code-grant", "code"],
        ["auth_code", "code"],
        ["Code", "code"],
        ["code grant", "code"],
        ["client-credentials", "client_credentials"],
        ["CLIENT_CREDENTIALS", "client_credentials"],
        ["client_credential", "client_credentials"],
        ["client_credentials_grant", "client_credentials"],
      ] as const
    ).map(([wrong, right]) => ({
      why: wrong,
      yaml: at(`‹${wrong}›`),
      message: new RegExp(
        `is no OAuth grant that Cognito knows: it takes code, implicit or client_credentials. Write ${right}\\.`,
      ),
      fixes: [
        { title: `Use ${right}`, safe: true, yaml: at(right) },
        { title: `Remove ${wrong}`, safe: false },
      ],
    })),
    {
      why: "in JSON",
      yaml: "AllowedOAuthFlows:\n  - ‹authorization_code› # PKCE\nCallbackURLs: [https://a.example]\n",
      json: '{ "CallbackURLs": ["https://a.example"], "AllowedOAuthFlows": [‹"authorization_code"›] }',
      fixes: [
        {
          title: "Use code",
          safe: true,
          yaml: "AllowedOAuthFlows:\n  - code # PKCE\nCallbackURLs: [https://a.example]\n",
          json: '{ "CallbackURLs": ["https://a.example"], "AllowedOAuthFlows": ["code"] }',
        },
        { title: "Remove authorization_code", safe: false },
      ],
    },
    {
      why: "what it means is there already",
      yaml: at("code", "‹authorization_code›"),
      fixes: [{ title: "Remove authorization_code (code is there)", safe: true, yaml: at("code") }],
    },
    {
      yaml: at("code", "‹refresh_token›"),
      message: /Refresh tokens come with code/,
      fixes: [{ title: "Remove refresh_token", safe: false }],
    },
    { yaml: at("code", "‹password›"), message: /no password grant/ },
    { yaml: at("code", "‹device_code›"), message: /no device grant/ },
    {
      yaml: at("code", "‹''›"),
      message: /Choose one of them/,
      fixes: [{ title: "Remove the empty item", safe: false, yaml: at("code") }],
    },
    { why: "each wrong item", yaml: at("‹token›", "‹hybrid›") },
  ],
});
