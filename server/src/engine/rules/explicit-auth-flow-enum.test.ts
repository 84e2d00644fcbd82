import { testRule } from "../../../../test/support/rule-tester.ts";
import { authFlows } from "../catalogue/auth-flows.ts";

const at = (...flows: string[]) => `GenerateSecret: true\nExplicitAuthFlows: [${flows.join(", ")}]`;

testRule("explicit-auth-flow-enum", {
  accept: [
    ...authFlows.map(({ value }) => ({ why: `${value} is documented`, yaml: at(value) })),
    { why: "an empty list is written on purpose", yaml: at() },
    { why: "a template", yaml: at("'${FLOW}'") },
  ],
  reject: [
    {
      why: "an old name beside a new one without its prefix: mended together",
      yaml: "ExplicitAuthFlows: [ADMIN_NO_SRP_AUTH, ‹USER_SRP_AUTH›]\n",
      message: /Use the ALLOW_ names throughout\.$/,
      fixes: [
        {
          title: "Use the ALLOW_ names throughout",
          safe: false,
          yaml: "ExplicitAuthFlows: [ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n",
        },
      ],
    },
    {
      why: "several in one text",
      yaml: "ExplicitAuthFlows: [‹'ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH'›]\n",
      message: /Make each an item of its own\.$/,
      fixes: [
        {
          title: "Split into ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH",
          safe: true,
          yaml: "ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']\n",
        },
      ],
    },
    ...(
      [
        ["USER_SRP_AUTH", "ALLOW_USER_SRP_AUTH"],
        ["CUSTOM_AUTH", "ALLOW_CUSTOM_AUTH"],
        ["REFRESH_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        ["REFRESH_TOKEN", "ALLOW_REFRESH_TOKEN_AUTH"],
        ["ADMIN_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"],
        ["USER_AUTH", "ALLOW_USER_AUTH"],
        ["CLIENT_TOKEN_AUTH", "ALLOW_CLIENT_TOKEN_AUTH"],
        ["allow_user_srp_auth", "ALLOW_USER_SRP_AUTH"],
        ["user_password_auth", "ALLOW_USER_PASSWORD_AUTH"],
        ["userSrp", "ALLOW_USER_SRP_AUTH"],
        ["SRP", "ALLOW_USER_SRP_AUTH"],
        ["srp_auth", "ALLOW_USER_SRP_AUTH"],
        ["ADMIN_USER_SRP_AUTH", "ALLOW_USER_SRP_AUTH"],
        ["admin-no-srp-auth", "ALLOW_ADMIN_USER_PASSWORD_AUTH"],
        ["custom", "ALLOW_CUSTOM_AUTH"],
      ] as const
    ).map(([wrong, right]) => ({
      why: wrong,
      yaml: at(`‹${wrong}›`),
      severity: "error" as const,
      message: new RegExp(`is no sign-in flow that ExplicitAuthFlows takes. Write ${right}\\.`),
      fixes: [
        { title: `Use ${right}`, safe: true, yaml: at(right) },
        { title: `Remove ${wrong}`, safe: false },
      ],
    })),
    {
      why: "in JSON, beside others",
      yaml: at("ALLOW_REFRESH_TOKEN_AUTH", "‹USER_SRP_AUTH›"),
      json: '{ "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", ‹"USER_SRP_AUTH"›] }',
      fixes: [
        {
          title: "Use ALLOW_USER_SRP_AUTH",
          safe: true,
          json: '{ "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"] }',
        },
        { title: "Remove USER_SRP_AUTH", safe: false },
      ],
    },
    {
      why: "what it means is there already",
      yaml: at("ALLOW_USER_SRP_AUTH", "‹USER_SRP_AUTH›"),
      fixes: [
        { title: "Remove USER_SRP_AUTH (ALLOW_USER_SRP_AUTH is there)", safe: true, yaml: at("ALLOW_USER_SRP_AUTH") },
      ],
    },
    {
      why: "among old names the old one is meant",
      yaml: at("ADMIN_NO_SRP_AUTH", "‹user_password_auth›"),
      fixes: [
        { title: "Use USER_PASSWORD_AUTH", safe: true, yaml: at("ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH") },
        { title: "Remove user_password_auth", safe: false },
      ],
    },
    {
      why: "with rotation ALLOW_REFRESH_TOKEN_AUTH would be refused",
      yaml: `${at("ALLOW_USER_SRP_AUTH", "‹REFRESH_TOKEN_AUTH›")}\nRefreshTokenRotation: { Feature: ENABLED }`,
      fixes: [{ title: "Remove REFRESH_TOKEN_AUTH", safe: false }],
    },
    {
      why: "a value of the family may be newer than this version",
      yaml: at("ALLOW_USER_SRP_AUTH", "‹ALLOW_TELEPATHY_AUTH›"),
      severity: "warning",
      message: '"ALLOW_TELEPATHY_AUTH" is not known to this version: it may be newer, or misspelt. Check its spelling.',
      fixes: [{ title: "Remove ALLOW_TELEPATHY_AUTH", safe: false }],
    },
    {
      why: "or misspelt",
      yaml: at("‹ALLOW_REFRESH_TOKEN›"),
      severity: "warning",
      message: /Write ALLOW_REFRESH_TOKEN_AUTH/,
      fixes: [
        { title: "Use ALLOW_REFRESH_TOKEN_AUTH", safe: false },
        { title: "Remove ALLOW_REFRESH_TOKEN", safe: false },
      ],
    },
    {
      why: "an old name with the prefix put before it",
      yaml: at("‹ALLOW_ADMIN_NO_SRP_AUTH›"),
      severity: "warning",
      fixes: [
        { title: "Use ALLOW_ADMIN_USER_PASSWORD_AUTH", safe: false },
        { title: "Remove ALLOW_ADMIN_NO_SRP_AUTH", safe: false },
      ],
    },
    {
      yaml: at("‹ALLOW_CUSTOM_AUTH_FLOW_ONLY›"),
      fixes: [
        { title: "Use ALLOW_CUSTOM_AUTH", safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      yaml: at("‹PASSWORD›"),
      severity: "error",
      message: /Remove it/,
      fixes: [{ title: "Remove PASSWORD", safe: false }],
    },
    {
      why: "which may be any",
      yaml: at("‹USER›"),
      message: /Remove it/,
      fixes: [{ title: "Remove USER", safe: false }],
    },
    { yaml: at("‹''›"), fixes: [{ title: "Remove the empty item", safe: false }] },
    {
      why: "a typo of an old name",
      yaml: at("‹USER_PASWORD_AUTH›"),
      fixes: [
        { title: "Use ALLOW_USER_PASSWORD_AUTH", safe: false },
        { title: "Remove USER_PASWORD_AUTH", safe: false },
      ],
    },
    {
      why: "among old and new names, which do not mix anyway, the new one is meant",
      yaml: at("ADMIN_NO_SRP_AUTH", "ALLOW_USER_SRP_AUTH", "‹user_password_auth›"),
      also: ["auth-flows-legacy-mixed"],
      message: /Write ALLOW_USER_PASSWORD_AUTH/,
    },
    {
      why: "a typo among old names is not guessed at",
      yaml: at("ADMIN_NO_SRP_AUTH", "‹USER_PASWORD_AUTH›"),
      message: /Remove it/,
      fixes: [{ title: "Remove USER_PASWORD_AUTH", safe: false }],
    },
    {
      why: "among old names, wrong ones aside",
      yaml: at("‹user_password_auth›", "‹PASSWORD›", "ADMIN_NO_SRP_AUTH"),
      fixes: [
        { title: "Use USER_PASSWORD_AUTH", safe: true },
        { title: "Remove user_password_auth", safe: false },
      ],
    },
  ],
});
