/**
 * Ties the catalogue to the installed AWS SDK, both ways. It is checked by `tsc -b` and never runs: when an upgrade of the
 * SDK adds, removes or renames a member or an enum value, the line that concerns it fails and names it
 * ("Type '"NewMember"' does not satisfy the constraint 'never'"). CONTRIBUTING.md says how to add a property.
 */
import type {
  AnalyticsConfigurationType,
  CreateUserPoolClientRequest,
  ExplicitAuthFlowsType,
  FeatureType,
  OAuthFlowType,
  PreventUserExistenceErrorTypes,
  RefreshTokenRotationType,
  TimeUnitsType,
  TokenValidityUnitsType,
  UpdateUserPoolClientRequest,
  UserPoolClientType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { responseOnly } from "../../server/src/engine/catalogue/identity.ts";
import type { LiteralProperty } from "../../server/src/engine/catalogue/properties.ts";

/** Compiles only when nothing is left over. */
type None<Leftover extends never> = Leftover;

interface Entry {
  readonly name: string;
  readonly operations: readonly string[];
  readonly value: { readonly type: string };
}

type Taking<E extends Entry, Operation extends string> = E extends Entry
  ? Operation extends E["operations"][number]
    ? E
    : never
  : never;
type RequiredBy<E extends Entry, Operation extends string> = E extends { readonly required: readonly (infer O)[] }
  ? Operation extends O
    ? E["name"]
    : never
  : never;
type MembersOf<Name extends string> =
  Extract<LiteralProperty, { name: Name }> extends {
    readonly value: { readonly members: readonly (infer M extends Entry)[] };
  }
    ? M
    : never;

type Kind<T> = T extends string
  ? "string"
  : T extends number
    ? "integer"
    : T extends boolean
      ? "boolean"
      : T extends readonly unknown[]
        ? "list"
        : "object";
type OurKind<E extends Entry, Name> = Extract<E, { name: Name }>["value"]["type"];
/** Members whose type differs between the SDK and the catalogue. */
type WrongKind<Sdk, E extends Entry> = {
  [K in keyof Sdk & E["name"]]-?: Kind<NonNullable<Sdk[K]>> extends OurKind<E, K> ? never : K;
}[keyof Sdk & E["name"]];
type RequiredKeys<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? never : K }[keyof T];

type Create = Taking<LiteralProperty, "create">;
type Update = Taking<LiteralProperty, "update">;
type Units = MembersOf<"TokenValidityUnits">;
type Rotation = MembersOf<"RefreshTokenRotation">;
type Analytics = MembersOf<"AnalyticsConfiguration">;
type ResponseOnly = (typeof responseOnly)[number]["name"];

export type MembersTheCatalogueLacks = [
  None<Exclude<keyof CreateUserPoolClientRequest, Create["name"]>>,
  None<Exclude<keyof UpdateUserPoolClientRequest, Update["name"]>>,
  None<Exclude<keyof TokenValidityUnitsType, Units["name"]>>,
  None<Exclude<keyof RefreshTokenRotationType, Rotation["name"]>>,
  None<Exclude<keyof AnalyticsConfigurationType, Analytics["name"]>>,
  None<Exclude<keyof UserPoolClientType, keyof CreateUserPoolClientRequest | ResponseOnly>>,
];

export type MembersTheSdkLacks = [
  None<Exclude<Create["name"], keyof CreateUserPoolClientRequest>>,
  None<Exclude<Update["name"], keyof UpdateUserPoolClientRequest>>,
  None<Exclude<Units["name"], keyof TokenValidityUnitsType>>,
  None<Exclude<Rotation["name"], keyof RefreshTokenRotationType>>,
  None<Exclude<Analytics["name"], keyof AnalyticsConfigurationType>>,
  None<Exclude<ResponseOnly, keyof UserPoolClientType>>,
];

export type MembersOfAnotherType = [
  None<WrongKind<CreateUserPoolClientRequest, Create>>,
  None<WrongKind<UpdateUserPoolClientRequest, Update>>,
  None<WrongKind<TokenValidityUnitsType, Units>>,
  None<WrongKind<RefreshTokenRotationType, Rotation>>,
  None<WrongKind<AnalyticsConfigurationType, Analytics>>,
];

export type RequiredDiffers = [
  None<Exclude<RequiredKeys<CreateUserPoolClientRequest>, RequiredBy<LiteralProperty, "create">>>,
  None<Exclude<RequiredBy<LiteralProperty, "create">, RequiredKeys<CreateUserPoolClientRequest>>>,
  None<Exclude<RequiredKeys<UpdateUserPoolClientRequest>, RequiredBy<LiteralProperty, "update">>>,
  None<Exclude<RequiredBy<LiteralProperty, "update">, RequiredKeys<UpdateUserPoolClientRequest>>>,
  None<Exclude<RequiredKeys<RefreshTokenRotationType>, RequiredBy<Rotation, "create">>>,
  None<Exclude<RequiredBy<Rotation, "create">, RequiredKeys<RefreshTokenRotationType>>>,
];

type ValuesOf<E extends Entry, Name> = Extract<E, { name: Name }>["value"] extends infer V
  ? V extends { readonly values: readonly (infer X)[] }
    ? X
    : V extends { readonly items: { readonly values: readonly (infer X)[] } }
      ? X
      : never
  : never;
type Known<X> = X extends { readonly notInSdk: true } ? never : X extends { readonly value: infer V } ? V : never;
type Exception<X> = X extends { readonly notInSdk: true; readonly value: infer V } ? V : never;

type AuthFlows = ValuesOf<Create, "ExplicitAuthFlows">;
type Grants = ValuesOf<Create, "AllowedOAuthFlows">;
type UserErrors = ValuesOf<Create, "PreventUserExistenceErrors">;

export type ValuesTheCatalogueLacks = [
  None<Exclude<ExplicitAuthFlowsType, Known<AuthFlows>>>,
  None<Exclude<OAuthFlowType, Known<Grants>>>,
  None<Exclude<PreventUserExistenceErrorTypes, Known<UserErrors>>>,
  None<Exclude<FeatureType, Known<ValuesOf<Rotation, "Feature">>>>,
  None<Exclude<TimeUnitsType, Known<ValuesOf<Units, "AccessToken">>>>,
  None<Exclude<TimeUnitsType, Known<ValuesOf<Units, "IdToken">>>>,
  None<Exclude<TimeUnitsType, Known<ValuesOf<Units, "RefreshToken">>>>,
];

export type ValuesTheSdkLacks = [
  None<Exclude<Known<AuthFlows>, ExplicitAuthFlowsType>>,
  None<Exclude<Known<Grants>, OAuthFlowType>>,
  None<Exclude<Known<UserErrors>, PreventUserExistenceErrorTypes>>,
  None<Exclude<Known<ValuesOf<Rotation, "Feature">>, FeatureType>>,
  None<Exclude<Known<ValuesOf<Units, "AccessToken" | "IdToken" | "RefreshToken">>, TimeUnitsType>>,
];

/** Documented by AWS and missing from the SDK's enum. Both lines fail once that changes, or when another exception is added. */
export type NamedExceptions = [
  None<Exclude<Exception<AuthFlows>, "ALLOW_CLIENT_TOKEN_AUTH">>,
  None<Exclude<"ALLOW_CLIENT_TOKEN_AUTH", Exception<AuthFlows>>>,
  None<Extract<ExplicitAuthFlowsType, Exception<AuthFlows>>>,
  None<Exception<Grants | UserErrors | ValuesOf<Rotation, "Feature"> | ValuesOf<Units, "AccessToken">>>,
];
