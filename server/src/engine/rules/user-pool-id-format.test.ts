import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (id: string) => `UserPoolId: ${id}`;

testRule("user-pool-id-format", {
  accept: [
    { why: "an id", yaml: at("eu-west-1_AbCdEf123") },
    { why: "no region is demanded by the pattern", yaml: at("local_1") },
    { why: "the shortest and the longest (55 characters)", yaml: at(`${"a".repeat(53)}_1`) },
    { why: "placeholders are unknown", yaml: at("${POOL_ID}") },
    { why: "an intrinsic function is unknown", yaml: at("!Ref Pool"), only: "yaml" },
    { why: "absent is required-property's", yaml: "ClientName: web" },
  ],
  reject: [
    { yaml: "UserPoolId: ‹' eu-west-1_A'›", fixes: [{ title: "Use eu-west-1_A", safe: true }] },
    {
      yaml: at("‹eu-west-1›"),
      message: /^(?!.*as in.*as in).*not of the form that AWS accepts .*, as in us-east-1_EXAMPLE\.$/,
    },
    { yaml: at("‹eu-west-1_›") },
    { yaml: at("‹eu-west-1_Ab-Cd›") },
    { yaml: at('‹""›'), json: '{ "UserPoolId": ‹""› }', message: /is empty/, fixes: [] },
    { why: "56 characters", yaml: at(`‹${"a".repeat(54)}_1›`), message: /has 56 characters, and 55 are the most/ },
    { why: "letters beyond ASCII: \\w is ASCII", yaml: at("‹é_1›") },
    {
      why: "an ARN contains the id",
      yaml: at("‹arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbC› # pool"),
      json: '{ "UserPoolId": ‹"arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbC"› }',
      message: /^(?!.*(?:EXAMPLE|as in|AbCdEf)).*Write its id: eu-west-1_AbC\.$/,
      fixes: [{ title: "Use eu-west-1_AbC", safe: true, yaml: at("eu-west-1_AbC # pool") }],
    },
    {
      why: "so does the provider's URL",
      yaml: at("‹https://cognito-idp.eu-west-1.amazonaws.com/us-gov-west-1_AbC›"),
      fixes: [{ title: "Use us-gov-west-1_AbC", safe: true }],
    },
    {
      why: "spaces around it",
      yaml: at('‹" eu-west-1_AbC "›'),
      fixes: [{ title: "Use eu-west-1_AbC", safe: true, yaml: at('"eu-west-1_AbC"') }],
    },
  ],
});
