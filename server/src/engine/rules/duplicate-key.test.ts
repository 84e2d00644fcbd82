import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("duplicate-key", {
  accept: [
    {
      why: "the same key in two objects",
      yaml: "AnalyticsConfiguration: { ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:1:apps/a' }\nClientName: a",
    },
    { why: "a merged key is overridden, not repeated", yaml: "ClientName: a\n<<: { ClientName: b }", only: "yaml" },
  ],
  reject: [
    {
      yaml: "ClientName: a # first\nGenerateSecret: true\n‹ClientName›: b # second\n",
      json: '{ "ClientName": "a", "GenerateSecret": true, ‹"ClientName"›: "b" }',
      severity: "warning",
      message: /^"ClientName" stands twice in this object: (?:only the last one counts|the AWS CLI refuses such YAML)/,
      fixes: [
        {
          title: "Remove the first ClientName, which does not count",
          safe: false,
          json: '{ "GenerateSecret": true, "ClientName": "b" }',
        },
        { title: "Remove this ClientName", safe: false, json: '{ "ClientName": "a", "GenerateSecret": true }' },
      ],
    },
    {
      why: "behind other members",
      yaml: "GenerateSecret: true\nClientName: a\n‹ClientName›: b\n",
      path: "ClientName",
      only: "yaml",
      related: ["ClientName"],
      fixes: [
        { title: /^Remove the first/, safe: false, yaml: "GenerateSecret: true\nClientName: b\n" },
        { title: /^Remove this/, safe: false, yaml: "GenerateSecret: true\nClientName: a\n" },
      ],
    },
    {
      why: "in an object of a list",
      yaml: "ReadAttributes: [email, { Ref: A, ‹Ref›: B }]\n",
      json: '{ "ReadAttributes": ["email", { "Ref": "A", ‹"Ref"›: "B" }] }',
      path: "ReadAttributes/1/Ref",
      also: ["wrong-type"],
      fixes: [
        { title: /^Remove the first/, safe: false, yaml: "ReadAttributes: [email, { Ref: B }]\n" },
        { title: /^Remove this/, safe: false, yaml: "ReadAttributes: [email, { Ref: A }]\n" },
      ],
    },
    {
      why: "in a nested object",
      yaml: "TokenValidityUnits:\n  IdToken: hours\n  ‹IdToken›: days\n",
      json: '{ "TokenValidityUnits": { "IdToken": "hours", ‹"IdToken"›: "days" } }',
      fixes: [
        { title: /^Remove the first/, safe: false, yaml: "TokenValidityUnits:\n  IdToken: days\n" },
        { title: /^Remove this/, safe: false, yaml: "TokenValidityUnits:\n  IdToken: hours\n" },
      ],
    },
    {
      why: "in a list of app clients",
      yaml: "- ClientName: a\n- ClientName: a\n  ‹ClientName›: b\n",
      json: '[{ "ClientName": "a" }, { "ClientName": "a", ‹"ClientName"›: "b" }]',
    },
  ],
});
