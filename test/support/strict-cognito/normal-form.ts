import type { UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";
import { defaultAuthFlows } from "../../../server/src/engine/catalogue/auth-flows.ts";
import { membersFor } from "../../../server/src/engine/catalogue/properties.ts";
import type { Knobs } from "./knobs.ts";
import { isObject, type Json, type JsonObject, type OnTheWire, seconds } from "./wire.ts";
import type { AppClient, Pool } from "./world.ts";

/**
 * How AWS writes things down. Seen in Terraform's acceptance tests and in go-to-k/cdk-real-drift (src/normalize/noise.ts):
 * lists are sets and come back in another order, `[]` comes back absent, TokenValidityUnits has all three once it has
 * one, a refresh validity of 0 comes back as 30, a rotation that is off has a grace period of 0.
 */

/** What identifies the app client or makes its secret: not a setting of it. */
const notSettings = ["UserPoolId", "ClientId", "GenerateSecret", "ClientSecret"];

/** The members of a description that are not settings; a type test holds that with the settings they are all. */
export type OwnMember = "UserPoolId" | "ClientId" | "ClientSecret" | "ClientType" | "CreationDate" | "LastModifiedDate";

/** The members of a description that a request can set. */
export const settingsMembers = membersFor("create").filter(({ name }) => !notSettings.includes(name));

/** A member as AWS keeps it; `undefined` when it says no more than leaving it out. */
export function kept(name: string, value: Json | undefined): Json | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.length > 0 ? [...new Set(value)].sort() : undefined;
  if (name === "RefreshTokenValidity" && value === 0) return 30;
  if (!isObject(value)) return value;
  const given = Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
  if (Object.keys(given).length === 0) return undefined;
  if (name === "TokenValidityUnits") return { AccessToken: "hours", IdToken: "hours", RefreshToken: "days", ...given };
  if (name === "RefreshTokenRotation") return rotation(given);
  if (name === "AnalyticsConfiguration") return analytics(given);
  return given;
}

/** "Describe returns 0" for the grace period of a rotation that is off: hashicorp/terraform-provider-aws#45646. */
function rotation({ Feature, RetryGracePeriodSeconds = 0 }: JsonObject): JsonObject {
  return {
    ...(Feature === undefined ? {} : { Feature }),
    RetryGracePeriodSeconds: Feature === "ENABLED" ? RetryGracePeriodSeconds : 0,
  };
}

/** With an ARN alone Cognito fills its service-linked role in: Terraform's acceptance test `analyticsWithARN`. */
function analytics(given: JsonObject): JsonObject {
  const account = /^arn:([\w-]+):[^:]*:[^:]*:(\d+):/.exec(String(given["ApplicationArn"]));
  if (!account) return given;
  const role = "role/aws-service-role/cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdp";
  return { ...given, RoleArn: `arn:${account[1]}:iam::${account[2]}:${role}` };
}

/** What is told of an app client that never set them: the same sources. Access and ID validity are not among them. */
function always(): JsonObject {
  const told = settingsMembers.flatMap(({ name, value }): [string, Json][] =>
    (value.type === "boolean" || value.type === "integer") &&
    value.default !== undefined &&
    !/^(?:Access|Id)TokenValidity$/.test(name)
      ? [[name, value.default]]
      : [],
  );
  return { ...Object.fromEntries(told), RefreshTokenRotation: { Feature: "DISABLED", RetryGracePeriodSeconds: 0 } };
}

/**
 * An app client as the answers to create, update and describe tell it: 27 members in all.
 * An added secret is never shown, and when the original is deleted no other takes its place (floci-io/floci#345, a
 * comparison with AWS of April 2026).
 */
export function answerOf(pool: Pool, appClient: AppClient, { dates, showsDefaultFlows }: Knobs): JsonObject {
  const original = appClient.secrets.find((secret) => secret.original);
  const own: OnTheWire<Pick<UserPoolClientType, OwnMember>> = {
    UserPoolId: pool.id,
    ClientId: appClient.id,
    ClientType: appClient.type,
    ...(original ? { ClientSecret: original.value } : {}),
    ...(dates ? { CreationDate: seconds(appClient.created), LastModifiedDate: seconds(appClient.modified) } : {}),
  };
  return {
    ...always(),
    ...(showsDefaultFlows ? { ExplicitAuthFlows: [...defaultAuthFlows].sort() } : {}),
    ...appClient.settings,
    ...appClient.newMembers,
    ...(own as JsonObject),
  };
}
