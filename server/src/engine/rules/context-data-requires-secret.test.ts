import { testRule } from "../../../../test/support/rule-tester.ts";

const on = "EnablePropagateAdditionalUserContextData: true\n";

testRule("context-data-requires-secret", {
  accept: [
    { why: "a secret is generated", yaml: `${on}GenerateSecret: true` },
    { why: "a custom secret counts as one (inferred)", yaml: `${on}ClientSecret: abcdefghijklmnopqrstuvwxyz` },
    { why: "it is off", yaml: "EnablePropagateAdditionalUserContextData: false" },
    { why: "it is absent", yaml: "GenerateSecret: false" },
    { why: "an update cannot say whether there is a secret", yaml: `${on}ClientId: abc` },
    { why: "GenerateSecret cannot be known", yaml: `${on}GenerateSecret: !Ref Secret`, only: "yaml" },
    { why: "it cannot be known", yaml: "EnablePropagateAdditionalUserContextData: !Ref Context", only: "yaml" },
  ],
  reject: [
    {
      why: "GenerateSecret is absent",
      yaml: "ClientName: a\nEnablePropagateAdditionalUserContextData: ‹true› # adaptive\n",
      json: '{ "ClientName": "a", "EnablePropagateAdditionalUserContextData": ‹true› }',
      message: /needs a client secret/,
      severity: "error",
      fixes: [
        {
          title: "Set GenerateSecret to true",
          safe: false,
          yaml: "ClientName: a\nGenerateSecret: true\nEnablePropagateAdditionalUserContextData: true # adaptive\n",
          json: '{ "ClientName": "a", "GenerateSecret": true, "EnablePropagateAdditionalUserContextData": true }',
        },
        {
          title: "Remove EnablePropagateAdditionalUserContextData",
          safe: false,
          json: '{ "ClientName": "a" }',
        },
      ],
    },
    {
      why: "GenerateSecret is false",
      yaml: "GenerateSecret: false\nEnablePropagateAdditionalUserContextData: ‹true›\n",
      fixes: [
        {
          title: "Set GenerateSecret to true",
          safe: false,
          yaml: "GenerateSecret: true\nEnablePropagateAdditionalUserContextData: true\n",
        },
        { title: /^Remove/, safe: false },
      ],
    },
  ],
});
