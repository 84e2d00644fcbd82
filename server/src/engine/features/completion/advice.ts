import { isNeverWritable } from "../../catalogue/attributes.ts";
import type { Property } from "../../catalogue/entry.ts";
import { userScopes } from "../../catalogue/scopes.ts";
import type { Spec } from "../../reading/spec.ts";
import { besideCursor } from "./beside.ts";

/** A value in doubt, and where it would stand. */
export interface Asked {
  readonly spec: Spec;
  readonly property: Property;
  /** Offset of the cursor in the part. */
  readonly at: number;
}

/** @returns why a rule would object to the value beside what the spec says already, in a few words; `undefined` when none would. */
export function adviceFor(value: string | number | boolean, asked: Asked): string | undefined {
  const { property, spec } = asked;
  if (!property.operations.includes(spec.operation))
    return `not part of ${spec.operation === "update" ? "an" : "a"} ${spec.operation}`;
  return advices[property.name]?.(value, asked);
}

type Advice = (value: string | number | boolean, asked: Asked) => string | undefined;

const advices: Readonly<Record<string, Advice>> = {
  ExplicitAuthFlows: (value, asked) => authFlowAdvice(String(value), asked),
  AllowedOAuthFlows: (value, asked) => oauthFlowAdvice(String(value), asked),
  AllowedOAuthScopes: (value, { spec, at }) =>
    (userScopes as readonly (typeof value)[]).includes(value) && besideCursor(spec.flows, at).has("client_credentials")
      ? "needs a user: not with client_credentials"
      : undefined,
  WriteAttributes: (value) => (isNeverWritable(String(value)) ? "Cognito alone sets it" : undefined),
  GenerateSecret: (value, { spec, at }) => (value === true ? secretAdvice(spec) : withoutSecretAdvice(spec, at)),
  EnablePropagateAdditionalUserContextData: (value, { spec }) =>
    value === true && hasNoSecret(spec) ? "needs a secret" : undefined,
  EnableTokenRevocation: (value) => (value === false ? "leave it on" : undefined),
  Feature: (value, { spec, at }) =>
    value === "ENABLED" && besideCursor(spec.authFlows, at).has("ALLOW_REFRESH_TOKEN_AUTH")
      ? "not with ALLOW_REFRESH_TOKEN_AUTH"
      : undefined,
};

function authFlowAdvice(value: string, { spec, at }: Asked): string | undefined {
  const others = besideCursor(spec.authFlows, at);
  if (value === "ALLOW_REFRESH_TOKEN_AUTH" && spec.rotation === "yes") return "not with refresh token rotation";
  if (value === "ALLOW_CLIENT_TOKEN_AUTH" && others.size > 0) return "only alone in the list";
  if (others.has("ALLOW_CLIENT_TOKEN_AUTH")) return "ALLOW_CLIENT_TOKEN_AUTH stands alone";
  const isNew = value.startsWith("ALLOW_");
  if (!others.some((other) => other.startsWith("ALLOW_") !== isNew)) return undefined;
  return isNew ? "not beside the old names" : "old name, not beside ALLOW_ names";
}

function oauthFlowAdvice(value: string, { spec, at }: Asked): string | undefined {
  const others = besideCursor(spec.flows, at);
  if (value !== "client_credentials") {
    if (others.has("client_credentials")) return "not beside client_credentials";
    return value === "implicit" ? "tokens in the address: use code" : undefined;
  }
  if (others.has("code", "implicit")) return "not beside code or implicit";
  if (besideCursor(spec.scopes, at).has(...userScopes)) return "not with scopes that need a user";
  const secret = spec.boolean("GenerateSecret");
  return secret.state === "known" && !secret.value && hasNoSecret(spec) ? "needs a secret" : undefined;
}

function secretAdvice(spec: Spec): string | undefined {
  if (spec.has("ClientSecret")) return "not beside ClientSecret";
  const isImplicitOnly =
    spec.flows.state === "known" && spec.flows.value.items.every(({ value }) => value === "implicit");
  const onDevice = spec.application.type === "native" || (isImplicitOnly && spec.application.type === "spa");
  return onDevice ? "a user's device cannot keep one" : undefined;
}

function withoutSecretAdvice(spec: Spec, at: number): string | undefined {
  if (spec.has("ClientSecret")) return undefined;
  if (besideCursor(spec.flows, at).has("client_credentials")) return "client_credentials needs one";
  if (besideCursor(spec.authFlows, at).has("ALLOW_CLIENT_TOKEN_AUTH")) return "ALLOW_CLIENT_TOKEN_AUTH needs one";
  const context = spec.boolean("EnablePropagateAdditionalUserContextData");
  return context.state === "known" && context.value ? "user context data needs one" : undefined;
}

/** While a document is half typed a member that is not there is in doubt for the rules, but most likely just absent. */
function hasNoSecret(spec: Spec): boolean {
  if (spec.operation === "update" || spec.has("ClientSecret")) return false;
  const generate = spec.boolean("GenerateSecret");
  return generate.state === "known" ? !generate.value : !spec.has("GenerateSecret");
}

/** @returns whether the member itself, whatever its value, is better not proposed first. */
export function isUnwanted(name: string, spec: Spec, at: number): boolean {
  if (name === "GenerateSecret") return spec.has("ClientSecret");
  if (name === "ClientSecret") return spec.has("GenerateSecret");
  if (name === "RefreshTokenRotation") return besideCursor(spec.authFlows, at).has("ALLOW_REFRESH_TOKEN_AUTH");
  return false;
}
