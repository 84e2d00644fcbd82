import { readOnlyAttributes, standardAttributes } from "./attributes.ts";
import type { Property } from "./entry.ts";
import { documentation } from "./links.ts";
import { neverLookedAt, seenReset } from "./omission.ts";

const both = ["create", "update"] as const;
const permissions = documentation.guide(
  "user-pool-settings-attributes.html#user-pool-settings-attribute-permissions-and-scopes",
);
const lists = seenReset("https://github.com/rosberglinhares/CloudFormationCognitoCustomResources/pull/7");
const attributeName = { type: "string", minLength: 1, maxLength: 2048 } as const;
const analyticsLink = documentation.api("API_AnalyticsConfigurationType.html");

/** Smithy's ArnType of the service model. Other partitions than `aws` are fine. */
const arn = {
  type: "string",
  minLength: 20,
  maxLength: 2048,
  pattern: /arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?/u,
  patternText: "an ARN: arn:partition:service:region:account:resource",
} as const;

/** What of the user an application may see or change, and where events about users go. */
export const userDataProperties = [
  {
    name: "ReadAttributes",
    doc: "Which of the user's attributes the application may read, and so which appear in the ID token. Custom attributes are written `custom:name`. Without the list: the standard attributes and the two verification flags.",
    link: permissions,
    relations: ["each must exist in the pool's schema"],
    defaultText: "the standard attributes, email_verified and phone_number_verified",
    operations: both,
    defaultFromPool: true,
    omittedInUpdate: lists,
    popularity: 16,
    value: {
      type: "list",
      items: { ...attributeName, suggestions: [...standardAttributes, ...readOnlyAttributes] },
    },
  },
  {
    name: "WriteAttributes",
    doc: "Which of their own attributes a signed-in user may change through this application, with nothing more than an access token. Leave out what decides about permissions. Custom attributes are written `custom:name`.",
    link: permissions,
    relations: [
      "each must exist in the pool's schema",
      "must contain every attribute that the pool requires",
      "must contain every attribute mapped from an identity provider, else federated sign-in fails",
      "never email_verified, phone_number_verified or sub",
    ],
    defaultText: "the standard attributes that can be changed",
    operations: both,
    defaultFromPool: true,
    omittedInUpdate: lists,
    popularity: 18,
    value: { type: "list", items: { ...attributeName, suggestions: standardAttributes } },
  },
  {
    name: "AnalyticsConfiguration",
    doc: "Sends sign-up and sign-in events to an Amazon Pinpoint project. AWS ended Pinpoint on 30 October 2026, so there is no reason left to add it. It has two forms: ApplicationArn alone, or ApplicationId with RoleArn and ExternalId.",
    link: analyticsLink,
    relations: ["either ApplicationArn, or ApplicationId with RoleArn and ExternalId"],
    defaultText: "none",
    operations: both,
    omittedInUpdate: neverLookedAt,
    popularity: 2,
    deprecated: "Amazon Pinpoint ended on 30 October 2026.",
    value: {
      type: "object",
      members: [
        {
          name: "ApplicationArn",
          doc: "The Pinpoint project, as an ARN. Cognito then publishes with its service-linked role.",
          link: analyticsLink,
          relations: ["excludes ApplicationId, RoleArn and ExternalId"],
          operations: both,
          popularity: 1,
          value: arn,
        },
        {
          name: "ApplicationId",
          doc: "The Pinpoint project, as its hexadecimal id.",
          link: analyticsLink,
          relations: ["needs RoleArn and ExternalId", "excludes ApplicationArn"],
          operations: both,
          popularity: 1,
          value: { type: "string", pattern: /[0-9a-fA-F]+/u, patternText: "hexadecimal digits" },
        },
        {
          name: "RoleArn",
          doc: "The IAM role that Cognito assumes to publish events. It must trust `cognito-idp.amazonaws.com`.",
          link: analyticsLink,
          relations: ["goes with ApplicationId and ExternalId"],
          // Terraform's provider reads a role that nobody set (`analyticsWithARN` of its tests).
          filledInBeside: "ApplicationArn",
          operations: both,
          popularity: 1,
          value: arn,
        },
        {
          name: "ExternalId",
          doc: "The external id that the role's trust policy asks for. It keeps others from making Cognito use your role.",
          link: analyticsLink,
          relations: ["goes with ApplicationId and RoleArn"],
          operations: both,
          popularity: 1,
          value: { type: "string", minLength: 0, maxLength: 131_072 },
        },
        {
          name: "UserDataShared",
          doc: "Whether events also carry the user's attributes, which are personal data.",
          link: analyticsLink,
          defaultText: "false",
          operations: both,
          popularity: 1,
          value: { type: "boolean", default: false },
        },
      ],
    },
  },
] as const satisfies readonly Property[];
