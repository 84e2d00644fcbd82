import type { Property } from "./entry.ts";
import { identityProperties, responseOnly } from "./identity.ts";
import { oauthProperties } from "./oauth.ts";
import { signInProperties } from "./sign-in.ts";
import { tokenProperties } from "./tokens.ts";
import { userDataProperties } from "./user-data.ts";

/**
 * The members with their literal types. Only the type test needs it, which ties names and values to the AWS SDK's types;
 * everybody else reads `properties`.
 */
export const propertyTable = [
  ...identityProperties,
  ...signInProperties.slice(0, 1),
  ...oauthProperties,
] as const;
