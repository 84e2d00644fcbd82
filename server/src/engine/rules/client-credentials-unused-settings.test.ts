import { testRule } from "../../../../test/support/rule-tester.ts";

const machine = "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\n";

testRule("client-credentials-unused-settings", {
  accept: [
    {
      why: "an access token has a lifetime",
      yaml: `${machine}AccessTokenValidity: 1\nTokenValidityUnits: {AccessToken: hours}`,
    },
    {
      why: "people use them",
      yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nLogoutURLs: [https://a.example]\nSupportedIdentityProviders: [COGNITO]",
    },
    {
      why: "empty lists are no settings",
      yaml: `${machine}CallbackURLs: []\nLogoutURLs: []\nSupportedIdentityProviders: []`,
    },
    {
      why: "users sign in by SDK as well",
      yaml: `${machine}ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\nRefreshTokenValidity: 5\nIdTokenValidity: 1`,
    },
    {
      why: "a mixed list is an error of its own",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials, code]\nCallbackURLs: [https://a.example]",
      also: ["client-credentials-exclusive"],
    },
    {
      why: "an unknown flow may use them",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials, !Ref F]\nCallbackURLs: [https://a.example]",
      only: "yaml",
    },
    { why: "no flow at all", yaml: "AllowedOAuthFlows: []\nCallbackURLs: [https://a.example]" },
  ],
  reject: [
    {
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\n‹CallbackURLs›: !Ref Urls",
      only: "yaml",
      fixes: [{ title: "Remove CallbackURLs", safe: false }],
    },
    {
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nDefaultRedirectURI: https://a.example\n‹CallbackURLs›: [https://a.example]\n",
      fixes: [{ title: "Remove CallbackURLs and DefaultRedirectURI", safe: false }],
    },
    {
      why: "accepted by AWS, one finding for all",
      yaml: `${machine}‹CallbackURLs›: [https://a.example]\nLogoutURLs: [https://a.example]\nSupportedIdentityProviders: [COGNITO]\n`,
      message: /^CallbackURLs, LogoutURLs and SupportedIdentityProviders are never used/,
      severity: "info",
      preset: "recommended",
      fixes: [{ title: "Remove CallbackURLs, LogoutURLs and SupportedIdentityProviders", safe: false, yaml: machine }],
    },
    {
      yaml: `${machine}DefaultRedirectURI: https://a.example\n‹CallbackURLs›: [https://a.example]\n`,
      message: /CallbackURLs and DefaultRedirectURI/,
    },
    {
      why: "their units go with them",
      yaml: `${machine}AccessTokenValidity: 1\n‹IdTokenValidity›: 1\nRefreshTokenValidity: 5\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]\nTokenValidityUnits:\n  AccessToken: hours\n  IdToken: hours\n  RefreshToken: days\n`,
      fixes: [
        {
          title: "Remove IdTokenValidity and RefreshTokenValidity",
          safe: false,
          yaml: `${machine}AccessTokenValidity: 1\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]\nTokenValidityUnits:\n  AccessToken: hours\n`,
        },
      ],
    },
    {
      yaml: `${machine}‹RefreshTokenValidity›: 5\nTokenValidityUnits:\n  RefreshToken: days\nClientName: x\n`,
      message: /RefreshTokenValidity is never used.*Remove it/,
      fixes: [{ title: "Remove RefreshTokenValidity", safe: false, yaml: `${machine}ClientName: x\n` }],
    },
    {
      why: "GetClientToken gives no refresh token either",
      yaml: `${machine}ExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]\n‹RefreshTokenValidity›: 5\n`,
    },
    {
      why: "units that say nothing stay",
      yaml: `${machine}‹RefreshTokenValidity›: 5\nTokenValidityUnits: {}\n`,
      fixes: [{ title: "Remove RefreshTokenValidity", safe: false, yaml: `${machine}TokenValidityUnits: {}\n` }],
    },
    {
      why: "what is merged from elsewhere is not removed",
      yaml: `${machine}x: &x { LogoutURLs: [https://a.example] }\n<<: *x\n‹CallbackURLs›: [https://a.example]\n`,
      only: "yaml",
      also: ["unknown-property"],
      fixes: [],
    },
    {
      why: "a list that cannot be known is there all the same",
      yaml: `${machine}‹CallbackURLs›: !Ref Urls`,
      only: "yaml",
    },
  ],
});
