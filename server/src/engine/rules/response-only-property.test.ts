import { testRule } from "../../../../test/support/rule-tester.ts";

const described = {
  yaml: "‹UserPoolClient›:\n  UserPoolId: us-east-1_A\n  ClientName: web # the site\n  ClientId: abc123\n  ClientSecret: abcdefghijklmnopqrstuvwxyz123456\n  LastModifiedDate: '2026-01-01T00:00:00+00:00'\n  CreationDate: 1767225600.123\n  RefreshTokenValidity: 30\n  CallbackURLs:\n    - https://a.example\n",
  json: '{\n  ‹"UserPoolClient"›: {\n    "UserPoolId": "us-east-1_A",\n    "ClientName": "web",\n    "ClientId": "abc123",\n    "ClientSecret": "abcdefghijklmnopqrstuvwxyz123456",\n    "LastModifiedDate": "2026-01-01T00:00:00+00:00",\n    "CreationDate": 1767225600.123,\n    "RefreshTokenValidity": 30,\n    "CallbackURLs": [\n      "https://a.example"\n    ]\n  }\n}\n',
};

testRule("response-only-property", {
  accept: [
    { why: "a request", yaml: "UserPoolId: us-east-1_A\nClientName: web" },
    { why: "ClientId alone is an update", yaml: "UserPoolId: us-east-1_A\nClientId: abc" },
    {
      why: "a wrapper alone is unknown-property's",
      yaml: "UserPoolClient: { ClientName: web }",
      also: ["unknown-property"],
    },
  ],
  reject: [
    {
      why: "a pasted answer, with one finding and one way out",
      ...described,
      path: "UserPoolClient",
      severity: "error",
      message:
        /^This is what describe-user-pool-client answers, not a request: AWS takes no ClientId, CreationDate or LastModifiedDate, and no wrapper. Turn it into a spec. It also holds the app client's secret/,
      fixes: [
        {
          title: "Turn this answer into a spec for a new app client",
          safe: false,
          yaml: "UserPoolId: us-east-1_A\nClientName: web # the site\nGenerateSecret: true\nRefreshTokenValidity: 30\nCallbackURLs:\n  - https://a.example\n",
          json: '{\n  "UserPoolId": "us-east-1_A",\n  "ClientName": "web",\n  "GenerateSecret": true,\n  "RefreshTokenValidity": 30,\n  "CallbackURLs": [\n    "https://a.example"\n  ]\n}\n',
        },
        {
          title: "Turn this answer into an update of the same app client",
          safe: false,
          yaml: "UserPoolId: us-east-1_A\nClientName: web # the site\nClientId: abc123\nRefreshTokenValidity: 30\nCallbackURLs:\n  - https://a.example\n",
        },
      ],
    },
    {
      why: "not wrapped, with milliseconds",
      yaml: "UserPoolId: us-east-1_A\nClientName: web\nClientId: abc\n‹LastModifiedDate›: 1767225600123\nCreationDate: 2026-01-01\nClientType: REGULAR\n",
      json: '{ "UserPoolId": "us-east-1_A", "ClientName": "web", "ClientId": "abc", ‹"LastModifiedDate"›: 1767225600123, "CreationDate": "2026-01-01", "ClientType": "REGULAR" }',
      path: "LastModifiedDate",
      message: /AWS takes no ClientId, CreationDate, LastModifiedDate or ClientType. Turn it into a spec\.$/,
      fixes: [
        {
          title: /new app client/,
          safe: false,
          yaml: "UserPoolId: us-east-1_A\nClientName: web\n",
          json: '{ "UserPoolId": "us-east-1_A", "ClientName": "web" }',
        },
        { title: /update/, safe: false, yaml: "UserPoolId: us-east-1_A\nClientName: web\nClientId: abc\n" },
      ],
    },
    {
      why: "with the JavaScript SDK's notes on the call",
      yaml: "$metadata: { httpStatusCode: 200, requestId: x }\n‹UserPoolClient›:\n  UserPoolId: us-east-1_A\n  ClientName: web\n",
      json: '{\n  "$metadata": {\n    "httpStatusCode": 200\n  },\n  ‹"UserPoolClient"›: {\n    "UserPoolId": "us-east-1_A",\n    "ClientName": "web"\n  }\n}',
      message: /AWS takes no \$metadata, and no wrapper/,
      fixes: [
        {
          title: /new app client/,
          safe: false,
          yaml: "UserPoolId: us-east-1_A\nClientName: web\n",
          json: '{\n  "UserPoolId": "us-east-1_A",\n  "ClientName": "web"\n}',
        },
      ],
    },
    {
      why: "with boto3's notes behind it",
      yaml: "‹UserPoolClient›: { UserPoolId: us-east-1_A, ClientName: web, ClientId: a, CreationDate: x }\nResponseMetadata: { RequestId: x }\n",
      json: '{"‹UserPoolClient›": {"UserPoolId": "us-east-1_A", "ClientName": "web", "ClientId": "a", "CreationDate": 1}, "ResponseMetadata": {"RequestId": "x"}}'.replace(
        '"‹UserPoolClient›"',
        '‹"UserPoolClient"›',
      ),
      message: /AWS takes no ClientId, CreationDate or ResponseMetadata, and no wrapper/,
      fixes: [
        {
          title: /new app client/,
          safe: false,
          yaml: "{ UserPoolId: us-east-1_A, ClientName: web }\n",
          json: '{"UserPoolId": "us-east-1_A", "ClientName": "web"}',
        },
        { title: /update/, safe: false, json: '{"UserPoolId": "us-east-1_A", "ClientName": "web", "ClientId": "a"}' },
      ],
    },
    {
      why: "with nothing but the id to take away, and a secret asked for",
      yaml: "‹UserPoolClient›: { ClientName: web, ClientId: a, GenerateSecret: true }\nResponseMetadata: {}\n",
      message: /AWS takes no ClientId or ResponseMetadata, and no wrapper/,
      fixes: [
        { title: /new app client/, safe: false, yaml: "{ ClientName: web, GenerateSecret: true }\n" },
        { title: /update/, safe: false, yaml: "{ ClientName: web, ClientId: a }\n" },
      ],
    },
    {
      why: "an answer in a list",
      yaml: "- ClientName: a\n- ‹UserPoolClient›:\n    ClientId: b\n    ClientName: b\n    CreationDate: 1\n",
      json: '[\n  { "ClientName": "a" },\n  {\n    ‹"UserPoolClient"›: {\n      "ClientName": "b",\n      "ClientType": "REGULAR",\n      "CreationDate": 1\n    }\n  }\n]\n',
      fixes: [
        {
          title: /new app client/,
          safe: false,
          yaml: "- ClientName: a\n- ClientName: b\n",
          json: '[\n  { "ClientName": "a" },\n  {\n    "ClientName": "b"\n  }\n]\n',
        },
      ],
      only: "json",
    },
    {
      why: "its members are checked as usual",
      yaml: "‹UserPoolClient›: { UserPoolId: us-east-1_A, ClientName: a/b, ClientId: b, CreationDate: 1 }",
      also: ["client-name-format"],
    },
    {
      why: "a stray one",
      yaml: "ClientName: web\n‹CreationDate›: 1 # old\n",
      json: '{ "ClientName": "web", ‹"CreationDate"›: 1 }',
      message: "CreationDate is something that AWS answers, and no request takes it. Remove it.",
      fixes: [{ title: "Remove CreationDate", safe: true, json: '{ "ClientName": "web" }' }],
    },
    { yaml: "ClientName: web\n‹ClientType›: REGULAR" },
    { yaml: "ClientName: web\n‹LastModifiedDate›: x" },
  ],
});
