import { authFlows, defaultAuthFlows } from "./auth-flows.ts";
import type { Property } from "./entry.ts";
import { documentation } from "./links.ts";
import { neverLookedAt, seenKept, seenReset } from "./omission.ts";

/** Sign-in by the user pools API, as SDKs and back ends use it. */
export const signInProperties = [
  {
    name: "ExplicitAuthFlows",
    doc: "Which sign-in procedures of the user pools API (`InitiateAuth`, `AdminInitiateAuth`) the app client may start. It does not concern the OAuth endpoints and the login pages, which AllowedOAuthFlows governs. Name what the application uses and nothing else.",
    link: documentation.createUserPoolClient("ExplicitAuthFlows"),
    relations: [
      "values with and without `ALLOW_` do not mix",
      "`ALLOW_REFRESH_TOKEN_AUTH` excludes refresh token rotation",
      "`ALLOW_CLIENT_TOKEN_AUTH` must stand alone",
    ],
    defaultText: "ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH and ALLOW_CUSTOM_AUTH",
    // Requests that turn rotation on and leave the list out are accepted, although the default names the flow that excludes it.
    defaultUnless: {
      path: ["RefreshTokenRotation", "Feature"],
      is: "ENABLED",
      text: "the default flows; renewal by rotation instead of ALLOW_REFRESH_TOKEN_AUTH",
    },
    operations: ["create", "update"],
    omittedInUpdate: seenReset("https://github.com/boto/boto3/issues/1607"),
    popularity: 72,
    value: { type: "list", items: { type: "string", values: authFlows }, default: defaultAuthFlows },
  },
  {
    name: "AuthSessionValidity",
    doc: "How many minutes a user has to answer each step of a sign-in, such as typing an emailed code. Each step starts the time anew. There is no unit setting: it is always minutes.",
    link: documentation.createUserPoolClient("AuthSessionValidity"),
    relations: ["sign-in through the user pools API"],
    defaultText: "3 minutes",
    operations: ["create", "update"],
    omittedInUpdate: seenKept("https://github.com/go-to-k/cdk-real-drift/issues/1689"),
    popularity: 9,
    value: {
      type: "integer",
      minimum: 3,
      maximum: 15,
      unit: "minutes",
      seconds: { minimum: 180, maximum: 900 },
      default: 3,
      suggestions: [3, 5, 10, 15],
    },
  },
  {
    name: "PreventUserExistenceErrors",
    doc: "Whether answers to sign-in, confirmation and password recovery hide that a user does not exist. With `LEGACY` anybody can find out which names have an account, by trying them.",
    link: documentation.createUserPoolClient("PreventUserExistenceErrors"),
    relations: ["irrelevant where no user signs in, as in machine-to-machine app clients"],
    defaultText: "LEGACY",
    operations: ["create", "update"],
    omittedInUpdate: neverLookedAt,
    popularity: 41,
    value: {
      type: "string",
      default: "LEGACY",
      values: [
        {
          value: "ENABLED",
          doc: "An unknown user gets the same answer as a wrong password; recovery and confirmation claim to have sent a code. Recommended.",
        },
        {
          value: "LEGACY",
          doc: "An unknown user gets `UserNotFoundException`, which reveals that the name has no account.",
        },
      ],
    },
  },
  {
    name: "EnablePropagateAdditionalUserContextData",
    doc: "Lets calls that are not signed with AWS credentials pass the user's IP address and device data to Cognito, for the risk ratings of threat protection. Useful where a web server signs users in on their behalf. Calls signed with AWS credentials may pass them anyway.",
    link: documentation.createUserPoolClient("EnablePropagateAdditionalUserContextData"),
    relations: ["needs a client secret", "has an effect only with threat protection (Plus feature plan)"],
    defaultText: "false",
    operations: ["create", "update"],
    omittedInUpdate: neverLookedAt,
    popularity: 8,
    value: { type: "boolean", default: false },
  },
] as const satisfies readonly Property[];
