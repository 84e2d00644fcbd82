import { testRule } from "../../../../test/support/rule-tester.ts";
import { template, testTemplateRule } from "../../../../test/support/template-tester.ts";

testRule("wrong-type", {
  accept: [
    {
      why: "each type",
      yaml: "ClientName: web\nGenerateSecret: false\nAccessTokenValidity: 1\nCallbackURLs: [https://a.example]\nTokenValidityUnits: { AccessToken: hours }",
    },
    {
      why: "a whole number",
      yaml: "RefreshTokenValidity: 30",
      json: '{ "RefreshTokenValidity": 30 }',
    },
    { why: "a hexadecimal one", yaml: "RefreshTokenValidity: 0x1E", only: "yaml" },
    { why: "YAML's True is a boolean", yaml: "GenerateSecret: True", only: "yaml" },
    {
      why: "templates are unknown, whatever is wanted",
      yaml: "GenerateSecret: ${SECRET}\nAccessTokenValidity: '{{ hours }}'\nCallbackURLs: $URLS\nTokenValidityUnits: <units>",
    },
    { why: "so are functions", yaml: "GenerateSecret: !Ref Secret\nCallbackURLs: !Split [',', x]", only: "yaml" },
    { why: "and items of a list", yaml: "CallbackURLs: [!Sub 'https://x', '${URL}']", only: "yaml" },
    { why: "an item may be an intrinsic object", yaml: "CallbackURLs: [{ Ref: Url }, { 'Fn::Sub': x }]" },
    {
      why: "what is overridden by a later equal key does not count",
      yaml: "ClientName: [a]\nClientName: b",
      only: "yaml",
    },
    { why: "an unknown member has no type", yaml: "Foo: [1]", also: ["unknown-property"] },
    {
      why: "in an update the secret is refused as such",
      yaml: "UserPoolId: us-east-1_A\nClientId: a\nGenerateSecret: 'no'",
      also: ["update-cannot-set-secret"],
    },
  ],
  reject: [
    ...["30.0", "3e1", "3.0E1"].map((number) => ({
      why: `a whole number as ${number}, which boto3 refuses`,
      yaml: `ClientName: a\nRefreshTokenValidity: ‹${number}›\n`,
      json: `{ "RefreshTokenValidity": ‹${number}› }`,
      message: /^RefreshTokenValidity is a whole number, and the AWS CLI and boto3 refuse/,
      severity: "warning" as const,
      fixes: [
        {
          title: "Write 30",
          safe: true,
          yaml: "ClientName: a\nRefreshTokenValidity: 30\n",
          json: '{ "RefreshTokenValidity": 30 }',
        },
      ],
    })),
    ...["1_000", "0b11"].map((number) => ({
      why: `${number} is a number to the AWS CLI alone`,
      yaml: `RefreshTokenValidity: ‹${number}›\n`,
      only: "yaml" as const,
      message: /write it in digits alone/,
    })),
    // Without a value
    {
      yaml: "ClientName: web\n‹GenerateSecret›:\n",
      only: "yaml",
      message: "GenerateSecret has no value yet. Give it one, or remove it.",
      fixes: [{ title: "Remove GenerateSecret", safe: false, yaml: "ClientName: web\n" }],
    },
    {
      yaml: "ClientName: web\nGenerateSecret: ‹null›\n",
      json: '{ "ClientName": "web", "GenerateSecret": ‹null› }',
      message: /^GenerateSecret is null, which the AWS CLI and boto3 refuse/,
      fixes: [{ title: "Remove GenerateSecret", safe: false, json: '{ "ClientName": "web" }' }],
    },
    { yaml: "AllowedOAuthFlows: ‹~›", fixes: [{ title: "Remove AllowedOAuthFlows", safe: false }] },
    { yaml: "TokenValidityUnits: { AccessToken: ‹null› }" },
    ...(
      [
        ["ClientName", ""],
        ["UserPoolId", ""],
        ["UserPoolId", "ClientId: abc\n"],
        ["ClientId", "UserPoolId: us-east-1_A\n"],
      ] as const
    ).map(([key, rest]) => ({
      why: `${key} cannot be left out${rest && ` beside ${rest}`}`,
      yaml: `${rest}${key}: ‹~›\n`,
      message: `${key} is null, which the AWS CLI and boto3 refuse and the JavaScript SDK leaves out. Give it a value.`,
      fixes: [],
    })),
    {
      why: "nor can Feature, nor is an empty one removed",
      yaml: "RefreshTokenRotation:\n  ‹Feature›:\n",
      only: "yaml",
      message: "Feature has no value yet. Give it one.",
      fixes: [],
    },
    {
      why: "what cannot be left out is not removed for its type either",
      yaml: "UserPoolId: ‹[a, b]›",
      json: '{ "UserPoolId": ‹["a", "b"]› }',
      fixes: [],
    },
    // Booleans
    ...(
      [
        ["'true'", true],
        ['"True"', true],
        ["yes", true],
        ["On", true],
        ['"false"', false],
        ["no", false],
        ["off", false],
      ] as const
    ).map(([wrong, right]) => ({
      why: `${wrong} for a boolean`,
      yaml: `ClientName: web\nGenerateSecret: ‹${wrong}› # secret\n`,
      message: /^GenerateSecret takes true or false, but this is the text /,
      fixes: [{ title: `Use ${right}`, safe: true, yaml: `ClientName: web\nGenerateSecret: ${right} # secret\n` }],
    })),
    ...["'yes'", "maybe"].map((value) => ({
      why: `${value} is text in every YAML`,
      yaml: `EnableTokenRevocation: ‹${value}›`,
      message: /"\. Write true or false\.$/,
    })),
    {
      why: "yes is text in JSON anyway",
      yaml: "",
      json: '{ "EnableTokenRevocation": ‹"yes"› }',
      only: "json" as const,
      message: /"\. Write true or false\.$/,
    },
    {
      yaml: "EnableTokenRevocation: ‹yes›",
      message: /YAML 1\.2 reads it as text: write true or false\.$/,
      only: "yaml",
    },
    {
      yaml: "EnableTokenRevocation: ‹'true'›",
      json: '{ "EnableTokenRevocation": ‹"true"› }',
      message: /Leave out the quotes\.$/,
      fixes: [{ title: "Use true", safe: true, json: '{ "EnableTokenRevocation": true }' }],
    },
    {
      yaml: "EnableTokenRevocation: ‹1›",
      message: /but this is the number 1\.$/,
      fixes: [{ title: "Use true", safe: false }],
    },
    { yaml: "EnableTokenRevocation: ‹0›", fixes: [{ title: "Use false", safe: false }] },
    { yaml: "EnableTokenRevocation: ‹ENABLED›", fixes: [{ title: "Use true", safe: false }] },
    { yaml: "EnableTokenRevocation: ‹disabled›", fixes: [{ title: "Use false", safe: false }] },
    {
      yaml: "EnableTokenRevocation: ‹maybe›",
      fixes: [
        { title: "Use true", safe: false },
        { title: "Use false", safe: false },
      ],
    },
    {
      yaml: "EnableTokenRevocation: ‹[true]›",
      fixes: [{ title: "Take it out of the list", safe: true, yaml: "EnableTokenRevocation: true" }],
    },
    {
      yaml: "ClientName: web\nEnableTokenRevocation: ‹[]›\n",
      message: /but this is a list\.$/,
      fixes: [{ title: "Remove EnableTokenRevocation", safe: false, yaml: "ClientName: web\n" }],
    },
    {
      yaml: "AnalyticsConfiguration: { ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:1:apps/a', UserDataShared: ‹'true'› }",
      fixes: [{ title: "Use true", safe: true }],
    },
    // Integers
    {
      yaml: "RefreshTokenValidity: ‹'30'›",
      json: '{ "RefreshTokenValidity": ‹"30"› }',
      message: 'RefreshTokenValidity takes a whole number, but this is the text "30". Leave out the quotes.',
      fixes: [
        { title: "Use 30", safe: true, yaml: "RefreshTokenValidity: 30", json: '{ "RefreshTokenValidity": 30 }' },
      ],
    },
    { yaml: "RefreshTokenValidity: ‹'30.0'›", fixes: [{ title: "Use 30", safe: true }] },
    {
      yaml: "AccessTokenValidity: ‹[2]›",
      fixes: [{ title: "Take it out of the list", safe: true, yaml: "AccessTokenValidity: 2" }],
    },
    {
      yaml: "AccessTokenValidity: ‹true›",
      message: /but this is the boolean true/,
      fixes: [{ title: "Remove AccessTokenValidity", safe: false }],
    },
    ...(
      [
        ["1 hour", "", "Write 1: it counts in hours, the default of TokenValidityUnits.AccessToken."],
        [
          "30m",
          "",
          "Write 30, and minutes as TokenValidityUnits.AccessToken: without that unit the number counts in hours.",
        ],
        ["2h", "minutes", "Write 120: it counts in minutes, as TokenValidityUnits.AccessToken says."],
        [
          "30m",
          "hours",
          "Write 30, and minutes as TokenValidityUnits.AccessToken: as it is, the number counts in hours.",
        ],
        ["a while", "", "Write the number alone: it counts in hours, the default of TokenValidityUnits.AccessToken."],
        ["1_000", "", "Write it in digits alone."],
        ["0x5", "", "Write it in digits alone."],
      ] as const
    ).map(([text, unit, advice]) => {
      const units = unit && `, "TokenValidityUnits": { "AccessToken": "${unit}" }`;
      const spec = `{ "AccessTokenValidity": ‹"${text}"›${units} }`;
      return {
        why: `${text} as text, with ${unit || "no unit"}`,
        yaml: spec,
        json: spec,
        message: `AccessTokenValidity takes a whole number, but this is the text "${text}". ${advice}`,
      };
    }),
    ...(
      [
        ["180s", "write 3"],
        ["5 minutes", "write 5"],
        ["200s", "write a whole number of them"],
        ["a while", "write a whole number"],
      ] as const
    ).map(([text, advice]) => ({
      why: `${text} where there is no unit to set`,
      yaml: `AuthSessionValidity: ‹"${text}"›`,
      json: `{ "AuthSessionValidity": ‹"${text}"› }`,
      message: `AuthSessionValidity takes a whole number, but this is the text "${text}". It always counts in minutes: ${advice}.`,
    })),
    {
      yaml: "AccessTokenValidity: ‹1 hour›",
      fixes: [{ title: "Use 1 (hour)", safe: true, yaml: "AccessTokenValidity: 1" }],
    },
    {
      why: "in the unit that is in force",
      yaml: "AccessTokenValidity: ‹60 minutes›",
      fixes: [{ title: "Use 1 (hour)", safe: true }],
    },
    { yaml: "RefreshTokenValidity: ‹30d›", fixes: [{ title: "Use 30 (days)", safe: true }] },
    {
      yaml: "AccessTokenValidity: ‹2h›\nTokenValidityUnits: { AccessToken: minutes }",
      fixes: [
        {
          title: "Use 120 (minutes)",
          safe: true,
          yaml: "AccessTokenValidity: 120\nTokenValidityUnits: { AccessToken: minutes }",
        },
      ],
    },
    {
      why: "with the unit set where it has to be",
      yaml: "AccessTokenValidity: ‹30 mins› # short\nClientName: web\n",
      json: '{ "AccessTokenValidity": ‹"30 mins"›, "ClientName": "web" }',
      fixes: [
        {
          title: "Use 30, with AccessToken in minutes",
          safe: false,
          yaml: "AccessTokenValidity: 30 # short\nTokenValidityUnits:\n  AccessToken: minutes\nClientName: web\n",
          json: '{ "AccessTokenValidity": 30, "TokenValidityUnits": { "AccessToken": "minutes" }, "ClientName": "web" }',
        },
      ],
    },
    {
      why: "with the unit changed",
      yaml: "IdTokenValidity: ‹90 minutes›\nTokenValidityUnits: { IdToken: hours }",
      fixes: [
        {
          title: "Use 90, with IdToken in minutes",
          safe: false,
          yaml: "IdTokenValidity: 90\nTokenValidityUnits: { IdToken: minutes }",
        },
      ],
    },
    {
      why: "with a unit added to others",
      yaml: "IdTokenValidity: ‹90 minutes›\nTokenValidityUnits: { AccessToken: hours }",
      fixes: [
        {
          title: /in minutes/,
          safe: false,
          yaml: "IdTokenValidity: 90\nTokenValidityUnits: { AccessToken: hours, IdToken: minutes }",
        },
      ],
    },
    {
      why: "a fraction of the unit",
      yaml: "AccessTokenValidity: ‹0.5›",
      message:
        /takes a whole number, but this is the number 0\.5\. Write 30, and minutes as TokenValidityUnits\.AccessToken/,
      fixes: [{ title: "Use 30, with AccessToken in minutes", safe: false }],
    },
    {
      why: "a unit that nobody knows",
      yaml: "AccessTokenValidity: ‹1 fortnight›",
      fixes: [{ title: "Remove AccessTokenValidity", safe: false }],
    },
    {
      yaml: "AuthSessionValidity: ‹5 minutes›",
      fixes: [{ title: "Use 5 (minutes)", safe: true, yaml: "AuthSessionValidity: 5" }],
    },
    { yaml: "AuthSessionValidity: ‹300s›", fixes: [{ title: "Use 5 (minutes)", safe: true }] },
    { yaml: "AuthSessionValidity: ‹200s›", fixes: [{ title: "Remove AuthSessionValidity", safe: false }] },
    {
      yaml: "RefreshTokenRotation: { Feature: ENABLED, RetryGracePeriodSeconds: ‹'1 minute'› }",
      fixes: [{ title: "Use 60 (seconds)", safe: true }],
    },
    // Text
    {
      yaml: "ClientName: ‹2024›",
      json: '{ "ClientName": ‹2024› }',
      message: /takes text, but this is the number 2024/,
      fixes: [{ title: "Put it in quotes", safe: true, yaml: 'ClientName: "2024"', json: '{ "ClientName": "2024" }' }],
    },
    {
      why: "as it is written",
      yaml: "ClientName: ‹0x10›",
      only: "yaml",
      fixes: [{ title: "Put it in quotes", safe: true, yaml: 'ClientName: "0x10"' }],
    },
    { yaml: "ClientName: ‹true›", fixes: [{ title: "Put it in quotes", safe: true }] },
    {
      yaml: "ClientName: ‹[web]›",
      message: /takes text, but this is a list\. Take it out of the list\.$/,
      fixes: [{ title: "Take it out of the list", safe: true, yaml: "ClientName: web" }],
    },
    {
      yaml: "UserPoolId: us-east-1_A\nDefaultRedirectURI: ‹[https://a.example, https://b.example]›\n",
      message: /but this is a list\.$/,
      fixes: [{ title: "Remove DefaultRedirectURI", safe: false, yaml: "UserPoolId: us-east-1_A\n" }],
    },
    { yaml: "DefaultRedirectURI: ‹{ url: x }›", message: /but this is an object\.$/ },
    {
      yaml: "PreventUserExistenceErrors: ‹true›",
      message: "PreventUserExistenceErrors takes text, but this is the boolean true. Write ENABLED.",
      fixes: [{ title: "Use ENABLED", safe: true, yaml: "PreventUserExistenceErrors: ENABLED" }],
    },
    {
      yaml: "PreventUserExistenceErrors: ‹false›",
      json: '{ "PreventUserExistenceErrors": ‹false› }',
      message: "PreventUserExistenceErrors takes text, but this is the boolean false. Write LEGACY.",
      fixes: [{ title: "Use LEGACY", safe: true }],
    },
    {
      yaml: "RefreshTokenRotation: { Feature: ‹true› }",
      message: /Write ENABLED\.$/,
      fixes: [{ title: "Use ENABLED", safe: true }],
    },
    { yaml: "RefreshTokenRotation: { Feature: ‹false› }", fixes: [{ title: "Use DISABLED", safe: true }] },
    {
      yaml: "TokenValidityUnits: { AccessToken: ‹60› }",
      message: /Write seconds, minutes, hours or days\.$/,
      fixes: [
        { title: "Use seconds", safe: false },
        { title: "Use minutes", safe: false },
        { title: "Use hours", safe: false },
        { title: "Use days", safe: false },
      ],
    },
    {
      why: "a secret is never repeated",
      json: '{ "ClientSecret": ‹123456789012345678901234› }',
      yaml: "ClientSecret: ‹123456789012345678901234›",
      message: /^ClientSecret takes text, but this is a number\. Put it in quotes/,
      fixes: [{ title: "Put it in quotes", safe: true }],
    },
    // Lists
    {
      yaml: "CallbackURLs: ‹https://a.example› # home\n",
      json: '{ "CallbackURLs": ‹"https://a.example"› }',
      message: /^CallbackURLs takes a list, but this is the text "https:\/\/a\.example"\. Write it as a list\.$/,
      fixes: [
        {
          title: "Make it a list",
          safe: true,
          yaml: "CallbackURLs: # home\n  - https://a.example\n",
          json: '{ "CallbackURLs": ["https://a.example"] }',
        },
      ],
    },
    {
      yaml: 'ExplicitAuthFlows: ‹"ALLOW_USER_SRP_AUTH, ALLOW_CUSTOM_AUTH"›',
      json: '{ "ExplicitAuthFlows": ‹"ALLOW_USER_SRP_AUTH, ALLOW_CUSTOM_AUTH"› }',
      fixes: [
        {
          title: "Make it a list of 2",
          safe: true,
          json: '{ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"] }',
        },
      ],
    },
    {
      yaml: "AllowedOAuthScopes: ‹openid email openid›",
      json: '{ "AllowedOAuthScopes": ‹"openid email openid"› }',
      fixes: [{ title: "Make it a list of 2", safe: true, json: '{ "AllowedOAuthScopes": ["openid", "email"] }' }],
    },
    {
      yaml: "CallbackURLs: ‹https://a.example,https://b.example›",
      json: '{ "CallbackURLs": ‹"https://a.example,https://b.example"› }',
      fixes: [
        {
          title: "Make it a list of 2",
          safe: true,
          json: '{ "CallbackURLs": ["https://a.example", "https://b.example"] }',
        },
      ],
    },
    {
      why: "commas tell providers apart",
      yaml: "SupportedIdentityProviders: ‹COGNITO, Google,Corp›",
      json: '{ "SupportedIdentityProviders": ‹"COGNITO, Google,Corp"› }',
      fixes: [
        {
          title: "Make it a list of 3",
          safe: true,
          json: '{ "SupportedIdentityProviders": ["COGNITO", "Google", "Corp"] }',
        },
      ],
    },
    ...["COGNITO Google", "COGNITO, My login"].map((text) => ({
      why: `${text}: whether a space stands between two names is not certain`,
      yaml: `SupportedIdentityProviders: ‹${text}›`,
      json: `{ "SupportedIdentityProviders": ‹"${text}"› }`,
      fixes: [{ title: "Remove SupportedIdentityProviders", safe: false }],
    })),
    {
      why: "attributes are told apart by commas",
      yaml: "ReadAttributes: ‹email,name›",
      json: '{ "ReadAttributes": ‹"email,name"› }',
      fixes: [{ title: "Make it a list of 2", safe: true, json: '{ "ReadAttributes": ["email", "name"] }' }],
    },
    {
      why: "a list as text",
      yaml: "AllowedOAuthScopes: ‹'[\"openid\"]'›",
      json: '{ "AllowedOAuthScopes": ‹"[\\"openid\\"]"› }',
      fixes: [{ title: "Make it a list", safe: true, json: '{ "AllowedOAuthScopes": ["openid"] }' }],
    },
    {
      yaml: "LogoutURLs: ‹''›",
      json: '{ "LogoutURLs": ‹""› }',
      fixes: [{ title: "Make it an empty list", safe: false, json: '{ "LogoutURLs": [] }' }],
    },
    {
      why: "what is no URL is not taken apart",
      yaml: "CallbackURLs: ‹not a url›",
      fixes: [{ title: "Remove CallbackURLs", safe: false }],
    },
    {
      yaml: "ClientName: web\nAllowedOAuthFlows: ‹{ code: true }›",
      message: /takes a list, but this is an object/,
      fixes: [{ title: "Remove AllowedOAuthFlows", safe: false }],
    },
    // Items
    {
      yaml: "SupportedIdentityProviders: [COGNITO, ‹1›]",
      json: '{ "SupportedIdentityProviders": ["COGNITO", ‹1›] }',
      message: "SupportedIdentityProviders is a list of text, but this item is the number 1.",
      fixes: [
        { title: "Put it in quotes", safe: true, json: '{ "SupportedIdentityProviders": ["COGNITO", "1"] }' },
        { title: "Remove this item", safe: false, json: '{ "SupportedIdentityProviders": ["COGNITO"] }' },
      ],
    },
    {
      yaml: "ReadAttributes: [email, ‹null›]",
      message: /An item of ReadAttributes (?:has no value|is null)/,
      fixes: [{ title: "Remove this item", safe: false, yaml: "ReadAttributes: [email]" }],
    },
    {
      why: "an item of which only the hyphen is there",
      yaml: "ReadAttributes:\n  ‹- email\n  -›\nClientName: a\n",
      only: "yaml",
      message: /An item of ReadAttributes (?:has no value|is null)/,
    },
    {
      yaml: "CallbackURLs: [‹{ url: https://a.example }›]",
      message: /this item is an object/,
      fixes: [{ title: "Remove this item", safe: false }],
    },
    {
      why: "a list in a list",
      yaml: "AllowedOAuthScopes: [‹[openid, email]›]",
      json: '{ "AllowedOAuthScopes": [‹["openid", "email"]›] }',
      fixes: [
        { title: "Remove the inner brackets", safe: true, json: '{ "AllowedOAuthScopes": ["openid", "email"] }' },
        { title: "Remove this item", safe: false },
      ],
    },
    {
      why: "a list in a list that would be wrong without its brackets",
      yaml: "ReadAttributes: [‹[null]›]",
      fixes: [{ title: "Remove this item", safe: false }],
    },
    {
      why: "lists in a list",
      yaml: "ReadAttributes: [‹[email]›, ‹[name]›]",
      fixes: [{ title: "Remove this item", safe: false }],
    },
    // Objects
    {
      yaml: "RefreshTokenRotation: ‹ENABLED›",
      json: '{ "RefreshTokenRotation": ‹"ENABLED"› }',
      message: /takes an object with Feature and so on, but this is the text "ENABLED"\.$/,
      fixes: [
        { title: "Use Feature: ENABLED", safe: true, json: '{ "RefreshTokenRotation": { "Feature": "ENABLED" } }' },
      ],
    },
    { yaml: "RefreshTokenRotation: ‹false›", fixes: [{ title: "Use Feature: DISABLED", safe: true }] },
    { yaml: "RefreshTokenRotation: ‹weekly›", fixes: [{ title: "Remove RefreshTokenRotation", safe: false }] },
    { yaml: "TokenValidityUnits: ‹hours›", fixes: [{ title: "Remove TokenValidityUnits", safe: false }] },
    {
      why: "Terraform's JSON writes nested blocks as lists",
      yaml: "TokenValidityUnits: ‹[{ AccessToken: hours }]›",
      json: '{ "TokenValidityUnits": ‹[{ "AccessToken": "hours" }]› }',
      fixes: [
        { title: "Take it out of the list", safe: true, json: '{ "TokenValidityUnits": { "AccessToken": "hours" } }' },
      ],
    },
  ],
});

const client = (members: string) =>
  template(`  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: ${members}`);

testTemplateRule("wrong-type", {
  accept: [{ why: "values of their types", yaml: client("!Ref UserPool\n      ClientName: web\n") }],
  reject: [
    {
      why: "null in a template, where CloudFormation makes up a name",
      yaml: client("!Ref UserPool\n      ClientName: ‹null›\n"),
      message:
        "ClientName is null, and CloudFormation refuses the template: 'null' values are not allowed in templates. Give it a value, or remove it for the default.",
      severity: "error",
      path: "/Resources/Web/Properties/ClientName",
      fixes: [{ title: "Remove ClientName", safe: false, yaml: client("!Ref UserPool\n") }],
    },
    {
      why: "the pool cannot be left out of a template",
      yaml: client("‹null›\n"),
      message: /'null' values are not allowed in templates\. Give it a value\.$/,
      severity: "error",
      path: "/Resources/Web/Properties/UserPoolId",
    },
  ],
});
