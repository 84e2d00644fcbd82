import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("unused-suppression", {
  accept: [
    {
      why: "it silences an error on the next line",
      yaml: "CallbackURLs: [https://a.example]\nGenerateSecret: true\nAllowedOAuthFlows:\n  - code\n  # cognito-client-disable-next-line client-credentials-exclusive -- told to\n\n  # more\n  - client_credentials\n",
      json: '{ "CallbackURLs": ["https://a.example"], "GenerateSecret": true, "AllowedOAuthFlows": ["code",\n // cognito-client-disable-next-line client-credentials-exclusive -- told to\n "client_credentials"] }',
    },
    {
      why: "it silences an error on its own line, or in the whole app client",
      yaml: "CallbackURLs: [https://a.example]\nGenerateSecret: true\nAllowedOAuthFlows: [code, client_credentials] # cognito-client-disable-line\n",
      json: '// cognito-client-disable client-credentials-exclusive\n{ "CallbackURLs": ["https://a.example"], "GenerateSecret": true, "AllowedOAuthFlows": ["code",\n "client_credentials"] }',
    },
    {
      why: "an unknown id is unknown-suppression's business",
      yaml: "ClientName: a # cognito-client-disable-line no-such-rule\n",
      only: "yaml",
    },
  ],
  reject: [
    {
      yaml: "# cognito-client-disable-next-line ‹client-credentials-exclusive› -- old\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\n",
      json: '// cognito-client-disable-next-line ‹client-credentials-exclusive› -- old\n{ "AllowedOAuthFlows": ["code"], "CallbackURLs": ["https://a.example"] }',
      message: /remove it/,
      fixes: [
        {
          title: "Remove the unused suppression",
          safe: true,
          yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\n",
          json: '{ "AllowedOAuthFlows": ["code"], "CallbackURLs": ["https://a.example"] }',
        },
      ],
    },
    {
      why: "a name among others",
      yaml: "CallbackURLs: [https://a.example]\nGenerateSecret: true\nAllowedOAuthFlows: [code, client_credentials] # cognito-client-disable-line ‹required-property›, client-credentials-exclusive\n",
      fixes: [
        {
          title: "Remove the unused suppression",
          safe: true,
          yaml: "CallbackURLs: [https://a.example]\nGenerateSecret: true\nAllowedOAuthFlows: [code, client_credentials] # cognito-client-disable-line client-credentials-exclusive\n",
        },
      ],
      only: "yaml",
    },
    {
      why: "a comment without a name",
      yaml: "UserPoolId: eu-west-1_a\nClientName: a ‹# cognito-client-disable-line›\n",
      only: "yaml",
    },
  ],
});
