import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (...names: string[]) => `SupportedIdentityProviders: [${names.join(", ")}]`;

testRule("identity-provider-name-format", {
  accept: [
    { why: "the usual ones", yaml: at("COGNITO", "Google", "SignInWithApple") },
    { why: "spaces are legal here", yaml: at("My company login") },
    { why: "any script", yaml: at("会社") },
    { why: "one character", yaml: at("X") },
    { why: "32 characters", yaml: at("a".repeat(32)) },
    { why: "32 characters beyond the basic plane", yaml: at("😀".repeat(32)) },
    { why: "an unknown name is the pool's business", yaml: at("COGNITO_USER_POOLS") },
  ],
  reject: [
    {
      yaml: 'SupportedIdentityProviders: [‹"a\\tb"›]',
      fixes: [
        { title: "Use ab", safe: false },
        { title: "Remove this item", safe: false },
      ],
    },
    {
      why: "33 characters (the quotas page says 40: the model decides)",
      yaml: at(`‹${"a".repeat(33)}›`),
      message: /33 characters, and 32 are the most/,
      fixes: [{ title: "Remove this item", safe: false }],
    },
    {
      yaml: at("COGNITO", '‹""›'),
      json: '{ "SupportedIdentityProviders": ["COGNITO", ‹""›] }',
      message: /is empty/,
      fixes: [{ title: "Remove this item", safe: false, yaml: at("COGNITO") }],
    },
    {
      yaml: at('‹"Goo\\tgle"›'),
      message: /a tab/,
      fixes: [
        { title: "Use Google", safe: false, yaml: at('"Google"') },
        { title: "Remove this item", safe: false },
      ],
    },
    {
      why: "too long without its tab, too",
      yaml: at(`‹"${"a".repeat(33)}\\t"›`),
      fixes: [{ title: "Remove this item", safe: false }],
    },
  ],
});
