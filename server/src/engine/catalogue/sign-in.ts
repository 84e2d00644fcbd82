import { authFlows, defaultAuthFlows } from "./auth-flows.ts";
import type { Property } from "./entry.ts";
import { documentation } from "./links.ts";
import { seenReset } from "./omission.ts";

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
] as const satisfies readonly Property[];
