import type { ProfileChoice } from "../aws/credentials.ts";

export type ProfileKind =
  | "keys"
  | "role"
  | "role with MFA"
  | "SSO"
  | "process"
  | "login"
  | "web identity"
  | "environment"
  | "no credentials";

export interface Profile {
  readonly choice: ProfileChoice;
  /** For people: the profile's name, or `environment variables`. */
  readonly label: string;
  readonly kind: ProfileKind;
  readonly region?: string;
  /** The endpoint for Cognito that is configured for it, when it is not AWS's own. */
  readonly endpoint?: string;
  /** `AWS_PROFILE` names it. A hint for sorting, never a preselection. */
  readonly named: boolean;
}

export interface ProfileList {
  readonly profiles: readonly Profile[];
  /** The two files that were looked for, for messages. */
  readonly files: readonly string[];
}
