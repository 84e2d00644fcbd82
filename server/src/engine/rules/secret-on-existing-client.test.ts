import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const facts = factsWith({ existing: { clientId: "abc", hasSecret: false } });
const machine = "ClientId: abc\nAllowedOAuthFlows: [client_credentials]\n";
const context = "ClientId: abc\nEnablePropagateAdditionalUserContextData: true\n";

testRule("secret-on-existing-client", {
  accept: [
    {
      why: "it has a secret",
      yaml: onPool(`${machine}EnablePropagateAdditionalUserContextData: true`),
      facts: factsWith({ existing: { clientId: "abc", hasSecret: true } }),
    },
    {
      why: "facts of another app client",
      yaml: onPool(machine),
      facts: factsWith({ existing: { clientId: "xyz", hasSecret: false } }),
    },
    { why: "nothing is known of it", yaml: onPool(context), facts: factsWith({}) },
    { why: "no facts", yaml: onPool(machine) },
    {
      why: "nothing in it needs a secret",
      yaml: onPool(
        "ClientId: abc\nEnablePropagateAdditionalUserContextData: false\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]",
      ),
      facts,
    },
    {
      why: "context data cannot be known",
      yaml: onPool("ClientId: abc\nEnablePropagateAdditionalUserContextData: !Ref X"),
      facts,
      only: "yaml",
    },
    {
      why: "an app client that cannot be known",
      yaml: onPool("ClientId: '${id}'\nAllowedOAuthFlows: [client_credentials]"),
      facts,
    },
    {
      why: "a new app client is the other rules' business",
      yaml: onPool("AllowedOAuthFlows: [client_credentials]"),
      facts,
      also: ["client-credentials-requires-secret"],
    },
    {
      why: "Cognito's own answer is no update",
      yaml: onPool("ClientId: abc\nCreationDate: 1\nLastModifiedDate: 1\nAllowedOAuthFlows: [client_credentials]"),
      facts,
      also: ["response-only-property", "describe-output", "client-credentials-requires-secret", "wrong-type"],
    },
  ],
  reject: [
    {
      why: "client_credentials",
      yaml: onPool(machine.replace("client_credentials", "‹client_credentials›")),
      json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "ClientId": "abc", "AllowedOAuthFlows": [‹"client_credentials"›] }',
      facts,
      message: /^client_credentials needs a client secret/,
      severity: "error",
      fixes: [],
    },
    {
      why: "context data",
      yaml: onPool(context.replace("true", "‹true›")),
      facts,
      message: /^EnablePropagateAdditionalUserContextData needs a client secret/,
      severity: "error",
      fixes: [
        { title: "Remove EnablePropagateAdditionalUserContextData", safe: false, yaml: onPool("ClientId: abc\n") },
      ],
    },
  ],
});
