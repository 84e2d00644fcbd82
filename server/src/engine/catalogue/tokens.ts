import type { EnumValue, Property } from "./entry.ts";
import { documentation } from "./links.ts";
import { kept, neverLookedAt, seenKept } from "./omission.ts";

const units = [
  { value: "seconds", doc: "The number counts seconds." },
  { value: "minutes", doc: "The number counts minutes." },
  { value: "hours", doc: "The number counts hours. Default for access and ID tokens." },
  { value: "days", doc: "The number counts days. Default for refresh tokens." },
] as const satisfies readonly EnumValue[];

const both = ["create", "update"] as const;
const unitsLink = documentation.api("API_TokenValidityUnitsType.html");
const rotationLink = documentation.api("API_RefreshTokenRotationType.html");

/** Observed limits of the two short-lived tokens, inclusive: 5 minutes to 1 day, whatever the unit. */
const shortLived = { minimum: 300, maximum: 86_400 } as const;

/** How long tokens live, how they are renewed and taken back. */
export const tokenProperties = [
  {
    name: "AccessTokenValidity",
    doc: "How long an access token, the one that authorizes calls to APIs, is accepted. The number has no unit of its own: it counts hours unless TokenValidityUnits says otherwise. From 5 minutes to 1 day. APIs that check tokens offline cannot see a revocation, so keep it short.",
    link: documentation.createUserPoolClient("AccessTokenValidity"),
    relations: ["unit in TokenValidityUnits.AccessToken, else hours", "not longer than the refresh token's"],
    defaultText: "1 hour",
    operations: both,
    omittedInUpdate: neverLookedAt,
    popularity: 37,
    value: {
      type: "integer",
      minimum: 1,
      maximum: 86_400,
      unit: { member: "AccessToken", default: "hours", alone: "default" },
      seconds: shortLived,
      default: 1,
    },
  },
  {
    name: "IdTokenValidity",
    doc: "How long an ID token, the one that tells the application who the user is, is valid. The number has no unit of its own: it counts hours unless TokenValidityUnits says otherwise. From 5 minutes to 1 day.",
    link: documentation.createUserPoolClient("IdTokenValidity"),
    relations: ["unit in TokenValidityUnits.IdToken, else hours", "not longer than the refresh token's"],
    defaultText: "1 hour",
    operations: both,
    omittedInUpdate: neverLookedAt,
    popularity: 35,
    value: {
      type: "integer",
      minimum: 1,
      maximum: 86_400,
      unit: { member: "IdToken", default: "hours", alone: "default" },
      seconds: shortLived,
      default: 1,
    },
  },
  {
    name: "RefreshTokenValidity",
    doc: "How long a user stays signed in: after this time the refresh token is worthless and the user must sign in again. The number has no unit of its own: it counts days unless TokenValidityUnits says otherwise. From 60 minutes to 10 years; 0 means 30 days.",
    link: documentation.createUserPoolClient("RefreshTokenValidity"),
    relations: [
      "unit in TokenValidityUnits.RefreshToken, else days",
      "not shorter than the access and ID tokens' validity",
    ],
    defaultText: "30 days",
    operations: both,
    omittedInUpdate: seenKept("https://github.com/go-to-k/cdk-real-drift/issues/1613"),
    popularity: 51,
    value: {
      type: "integer",
      minimum: 0,
      maximum: 315_360_000,
      unit: { member: "RefreshToken", default: "days", alone: "undocumented" },
      seconds: { minimum: 3600, maximum: 315_360_000 },
      default: 30,
      zeroIsDefault: true,
      suggestions: [1, 7, 30, 90],
    },
  },
  {
    name: "TokenValidityUnits",
    doc: "The units in which the three lifetimes are counted, each on its own. A unit changes nothing by itself: it only scales the number of the matching member.",
    link: unitsLink,
    relations: ["scales AccessTokenValidity, IdTokenValidity and RefreshTokenValidity"],
    defaultText: "hours for access and ID tokens, days for refresh tokens",
    operations: both,
    // Terraform writes the defaults out when its block is removed, as if they were kept; an old SDK that sent numbers
    // without units was refused, as if they were reset (aws-samples/cloudfront-authorization-at-edge#144).
    omittedInUpdate: seenKept("https://github.com/hashicorp/terraform-provider-aws/pull/48630"),
    comparedAs: "unit",
    popularity: 41,
    value: {
      type: "object",
      default: {},
      members: [
        {
          name: "AccessToken",
          doc: "The unit of AccessTokenValidity.",
          link: unitsLink,
          defaultText: "hours",
          operations: both,
          popularity: 37,
          value: { type: "string", values: units, default: "hours" },
        },
        {
          name: "IdToken",
          doc: "The unit of IdTokenValidity.",
          link: unitsLink,
          defaultText: "hours",
          operations: both,
          popularity: 36,
          value: { type: "string", values: units, default: "hours" },
        },
        {
          name: "RefreshToken",
          doc: "The unit of RefreshTokenValidity. Give the number too: what a unit alone means for the refresh token's default of 30 is not documented.",
          link: unitsLink,
          defaultText: "days",
          operations: both,
          popularity: 38,
          value: { type: "string", values: units, default: "days" },
        },
      ],
    },
  },
  {
    name: "RefreshTokenRotation",
    doc: "With rotation every renewal hands out a new refresh token and retires the old one, so that a stolen token is of use only once. The new token keeps the end date of the first. Renewal goes through `GetTokensFromRefreshToken` or the token endpoint. An update that leaves the object out seems to keep the setting: write `DISABLED` to turn it off.",
    link: rotationLink,
    relations: ["`ENABLED` excludes ALLOW_REFRESH_TOKEN_AUTH in ExplicitAuthFlows"],
    defaultText: "DISABLED",
    operations: both,
    omittedInUpdate: kept("https://github.com/hashicorp/terraform-provider-aws/issues/47196"),
    popularity: 3,
    value: {
      type: "object",
      default: { Feature: "DISABLED" },
      members: [
        {
          name: "Feature",
          doc: "Turns rotation on or off. Required whenever the object is there.",
          link: rotationLink,
          operations: both,
          required: both,
          popularity: 3,
          value: {
            type: "string",
            values: [
              {
                value: "ENABLED",
                doc: "Each renewal replaces the refresh token. Recommended above all for applications without a secret.",
              },
              { value: "DISABLED", doc: "The refresh token stays the same until it expires." },
            ],
          },
        },
        {
          name: "RetryGracePeriodSeconds",
          doc: "How many seconds the replaced refresh token still works, so that a client whose answer got lost on the way can try again. 0 allows no retry.",
          link: rotationLink,
          relations: ["ignored while Feature is `DISABLED`"],
          defaultText: "0 seconds",
          countsWhile: { member: "Feature", is: "ENABLED" },
          operations: both,
          popularity: 2,
          value: {
            type: "integer",
            minimum: 0,
            maximum: 60,
            unit: "seconds",
            seconds: { minimum: 0, maximum: 60 },
            default: 0,
            suggestions: [0, 10, 30, 60],
          },
        },
      ],
    },
  },
  {
    name: "EnableTokenRevocation",
    doc: "Whether a refresh token, and the tokens that came from it, can be revoked before they expire: by the revoke endpoint or `RevokeToken`. Adds the claims `origin_jti` and `jti` to tokens. Leave it on.",
    link: documentation.guide("token-revocation.html"),
    defaultText: "true",
    operations: both,
    omittedInUpdate: seenKept("https://github.com/go-to-k/cdk-real-drift/issues/1689"),
    popularity: 21,
    value: { type: "boolean", default: true },
  },
] as const satisfies readonly Property[];
