import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("placeholder-value", {
  accept: [
    {
      why: "a tool fills it in",
      yaml: 'UserPoolId: "${POOL_ID}"\nClientName: "{{ name }}"\nCallbackURLs: ["https://${DOMAIN}/cb"]',
    },
    { why: "an intrinsic function", yaml: "UserPoolId: !Ref Pool", only: "yaml" },
    { why: "the same in JSON", yaml: "UserPoolId: {Ref: Pool}" },
    { why: "an ordinary value", yaml: "ClientName: web" },
    { why: "a secret is not repeated", yaml: "ClientSecret: <secret>" },
  ],
  reject: [
    {
      why: "in the other objects",
      yaml: "RefreshTokenRotation: {Feature: ‹$FEATURE›}\nAnalyticsConfiguration: {ApplicationArn: ‹<ARN>›}",
    },
    {
      yaml: "UserPoolId: ‹<UserPoolId>›\nClientName: ‹$NAME›\n",
      json: '{ "UserPoolId": ‹"<UserPoolId>"›, "ClientName": ‹"$NAME"› }',
      message: /"<UserPoolId>" is a placeholder/,
      severity: "info",
    },
    { why: "quiet by default", yaml: "UserPoolId: ‹'?'›", severity: "hint", preset: "recommended" },
    { why: "in a list", yaml: "CallbackURLs: [https://a.example, ‹<callback URL>›]" },
    { why: "in an object", yaml: "TokenValidityUnits: {AccessToken: ‹$UNIT›}" },
  ],
});
