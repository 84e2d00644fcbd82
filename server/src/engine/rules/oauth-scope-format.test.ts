import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (...scopes: string[]) => `AllowedOAuthScopes: [${scopes.join(", ")}]`;

testRule("oauth-scope-format", {
  accept: [
    { why: "a URL as identifier is fine", yaml: at("openid", "https://api.example.com/read") },
    { why: "every printable character but space, quote and backslash", yaml: "AllowedOAuthScopes: ['a/!#[]~^{}']" },
    { why: "256 characters", yaml: at(`a/${"b".repeat(254)}`) },
    { why: "a template with a space", yaml: "AllowedOAuthScopes: ['${SCOPE} x']" },
  ],
  reject: [
    {
      why: "several scopes in one item",
      yaml: at("‹openid email›"),
      json: '{ "AllowedOAuthScopes": [‹"openid email"›] }',
      message:
        'The scope "openid email" contains a space; AWS accepts printable ASCII characters except space, " and \\. Make each scope an item of its own.',
      fixes: [
        {
          title: "Split into openid and email",
          safe: true,
          yaml: at("openid", "email"),
          json: '{ "AllowedOAuthScopes": ["openid", "email"] }',
        },
      ],
    },
    {
      why: "what is there already is not repeated, and the order stays",
      yaml: "AllowedOAuthScopes:\n  - ‹openid, email, profile›\n  - email\n",
      fixes: [
        {
          title: "Split into openid, email and profile",
          safe: true,
          yaml: "AllowedOAuthScopes:\n  - openid\n  - profile\n  - email\n",
        },
      ],
    },
    {
      why: "all of them there",
      yaml: at("openid", "email", "‹openid email›"),
      fixes: [{ title: "Remove this repetition", safe: true, yaml: at("openid", "email") }],
    },
    {
      why: "a space at the end",
      yaml: at("‹'openid '›"),
      message: /Correct or remove it/,
      fixes: [
        { title: "Use openid", safe: true, yaml: at("'openid'") },
        { title: "Remove this scope", safe: false },
      ],
    },
    {
      why: "trimmed, it would repeat another",
      yaml: at("openid", "‹'openid '›"),
      fixes: [{ title: "Remove this scope", safe: false }],
    },
    {
      why: "several, of which one is no scope",
      yaml: at("‹openid api/é›"),
      fixes: [{ title: "Remove this scope", safe: false }],
    },
    {
      why: "empty",
      yaml: at("openid", "‹''›"),
      message: /is empty/,
      fixes: [{ title: "Remove the empty item", safe: true, yaml: at("openid") }],
    },
    { yaml: "AllowedOAuthScopes: [‹'api/\"x\"'›]", fixes: [{ title: "Remove this scope", safe: false }] },
    { yaml: "AllowedOAuthScopes: [‹'api\\x'›]", fixes: [{ title: "Remove this scope", safe: false }] },
    { yaml: at("‹api/é›") },
    { yaml: at(`‹a/${"b".repeat(255)}›`), message: /257 characters, and 256 are the most/ },
  ],
});
