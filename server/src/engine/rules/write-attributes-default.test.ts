import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("write-attributes-default", {
  accept: [
    { why: "named", yaml: "WriteAttributes: [name]" },
    { why: "none", yaml: "WriteAttributes: []" },
    { why: "machines have no users", yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]" },
    { why: "absent in four of five real definitions: silent by default", yaml: "ClientName: x", preset: "recommended" },
    {
      why: "a syntax error may hide it",
      yaml: "{}",
      json: '{ "ClientName": "x", ',
      only: "json",
      also: ["syntax-error"],
    },
  ],
  reject: [{ yaml: "‹ClientName›: x", message: /WriteAttributes is missing/, severity: "info" }],
});
