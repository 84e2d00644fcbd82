import type { Property } from "./entry.ts";
import { documentation } from "./links.ts";
import { neverLookedAt, seenKept } from "./omission.ts";

/** What guards sign-in: its time, what its answers give away, what it may know of the user's device. */
export const protectionProperties = [
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
