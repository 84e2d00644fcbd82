/**
 * How the resource AWS::Cognito::UserPoolClient differs from the request that it becomes
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html and the resource schema).
 * All other members, limits and values are the request's.
 */
export const requiredProperties: ReadonlySet<string> = new Set(["UserPoolId"]);

/** Attributes of the finished resource; written under Properties they are dropped without a word. */
export const readOnlyProperties: ReadonlySet<string> = new Set(["ClientId", "ClientSecret", "Name"]);

/** A change of these makes another app client, with another id and secret. */
export const replacingProperties: ReadonlySet<string> = new Set(["UserPoolId", "GenerateSecret"]);

/** Lowest numbers, where the resource takes less than the request. */
export const minimums: Readonly<Record<string, number>> = { RefreshTokenValidity: 1 };

/** Objects whose schema allows members that it does not name. */
export const openObjects: ReadonlySet<string> = new Set(["RefreshTokenRotation"]);
