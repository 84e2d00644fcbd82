import { attributePrefixes } from "../../catalogue/attributes.ts";
import { findMember, type ObjectNode, type SpecNode, stringValue } from "../../document/node.ts";
import { isBroken } from "../../document/problems.ts";
import type { IdentityProvider, PoolAttribute, PoolFacts, ResourceServer } from "../pool-facts.ts";
import { type Bindings, expressionOf } from "./expression.ts";
import { isCustom, upstreamOf } from "./graph.ts";
import { propertiesOf, type Resource } from "./piece.ts";
import { resolveObject } from "./resolve.ts";
import { conditionOf, literalText, type TemplateView } from "./view.ts";

/** @returns the logical id of the pool of the same template that a UserPoolId refers to. */
export function poolIdOf(node: SpecNode | undefined, view: TemplateView, bindings: Bindings = {}): string | undefined {
  const expression = expressionOf(node, view, bindings);
  const [, id, attribute] = /^\$\{([^!{}.]+)(?:\.([^{}]+))?\}$/.exec(expression?.text ?? "") ?? [];
  if (id === undefined || (attribute !== undefined && attribute !== "UserPoolId")) return undefined;
  return view.resources.get(id)?.type === "AWS::Cognito::UserPool" ? id : undefined;
}

/** Resources that belong to a pool, or may: those whose UserPoolId cannot be told. */
export function onPool(view: TemplateView, type: string, pool: string): OnPool {
  const ofView = known.get(view) ?? new Map<string, OnPool>();
  known.set(view, ofView);
  const key = `${type} ${pool}`;
  const found = ofView.get(key) ?? findOnPool(view, type, pool);
  ofView.set(key, found);
  return found;
}
/** Each app client of a template asks the same. */
const known = new WeakMap<TemplateView, Map<string, OnPool>>();

interface OnPool {
  readonly certain: readonly Resource[];
  readonly possible: readonly Resource[];
}

function findOnPool(view: TemplateView, type: string, pool: string): OnPool {
  const certain: Resource[] = [];
  const possible: Resource[] = [];
  for (const resource of view.resources.ofType(type)) {
    const node = findMember(propertiesOf(resource.piece()), "UserPoolId")?.value;
    const other = poolIdOf(node, view);
    if (other === pool) certain.push(resource);
    else if (other === undefined) possible.push(resource);
  }
  return { certain, possible };
}

export interface FactsQuestion {
  readonly view: TemplateView;
  /** Logical ids. */
  readonly client: string;
  readonly pool: string;
  readonly bindings: Bindings;
}

/**
 * What the template says about a pool of its own, for one scenario. Only what is certainly all there is: nothing at all
 * in a fragment, or where code of the template's own runs before the app client.
 */
export function factsOf(question: FactsQuestion): PoolFacts | undefined {
  const { view, client, pool } = question;
  if (!view.isComplete) return undefined;
  const upstream = [...upstreamOf(client, view)].map((id) => view.resources.get(id));
  if (upstream.some((resource) => isCustom(resource?.type))) return undefined;
  const properties = read(view.resources.get(pool), question);
  const closed = properties && isClosed(properties);
  const servers = listed("AWS::Cognito::UserPoolResourceServer", question, serverOf);
  const providers = listed("AWS::Cognito::UserPoolIdentityProvider", question, providerOf);
  const { domain, managedLoginVersion } = domainOf(question);
  const isBranded = brandedOf(question);
  const attributes = closed ? attributesOf(properties) : undefined;
  const tier = tierOf(findMember(properties, "UserPoolTier")?.value, view);
  const triggers = closed ? triggersOf(properties, view) : undefined;
  return {
    poolId: pool,
    source: "this template",
    fetchedAt: "",
    ...(servers && { resourceServers: servers }),
    ...(providers && { identityProviders: providers }),
    ...(attributes && { attributes }),
    ...((tier === "LITE" || tier === "ESSENTIALS" || tier === "PLUS") && { tier }),
    ...(domain !== undefined && { domain }),
    ...(managedLoginVersion && { managedLoginVersion }),
    ...(isBranded !== undefined && { isBranded }),
    ...(triggers && { triggers }),
  };
}

/** Also of a parameter that may have one value only. */
function tierOf(node: SpecNode | undefined, view: TemplateView): string | undefined {
  const name = node?.kind === "unknown" && node.call?.name === "Ref" ? stringValue(node.call.args) : undefined;
  const [only, ...others] = new Set(view.parameters.get(name ?? "")?.allowed);
  return name === undefined ? stringValue(node) : others.length === 0 ? only : undefined;
}

function read(resource: Resource | undefined, { view, bindings }: FactsQuestion): ObjectNode | undefined {
  const piece = resource?.piece();
  const properties = propertiesOf(piece);
  // Behind a mistake nothing more may have been read.
  // A slice is the block's own; in a tree of the whole file what is lost behind a mistake may be anybody's.
  if (!piece || !properties || isBroken(piece.part)) return undefined;
  return resolveObject(properties, view, bindings).root;
}

/** Macros put members beside what is written. */
function isClosed(object: ObjectNode): boolean {
  return !object.members.some(({ key, value }) => key.startsWith("Fn::") || key === "<<" || value === undefined);
}

/** @returns all of a kind that the pool has in this scenario; `undefined` when some cannot be told. */
function listed<T>(
  type: string,
  question: FactsQuestion,
  one: (properties: ObjectNode, question: FactsQuestion) => T | undefined,
): T[] | undefined {
  const { certain, possible } = onPool(question.view, type, question.pool);
  if (possible.length > 0) return undefined;
  const found: T[] = [];
  for (const resource of certain) {
    if (!isMade(resource, question)) continue;
    const properties = read(resource, question);
    const value = properties && isClosed(properties) ? one(properties, question) : undefined;
    if (!value) return undefined;
    found.push(value);
  }
  return found;
}

function isMade(resource: Resource, { bindings }: FactsQuestion): boolean {
  const condition = conditionOf(resource.piece());
  // Undecided counts as made: what is then concluded is about what is in the list.
  return condition === undefined || bindings.truths?.get(condition) !== false;
}

function serverOf(properties: ObjectNode, { view, bindings }: FactsQuestion): ResourceServer | undefined {
  const identifier = expressionOf(findMember(properties, "Identifier")?.value, view, bindings);
  const list = findMember(properties, "Scopes")?.value;
  if (!identifier || (list && list.kind !== "array")) return undefined;
  const names = (list?.items ?? []).map((item) => expressionOf(findMember(item, "ScopeName")?.value, view, bindings));
  if (names.some((name) => !name?.isLiteral)) return undefined;
  return {
    identifier: identifier.text,
    ...(!identifier.isLiteral && { isSymbolic: true as const }),
    scopes: names.map((name) => ({ name: name?.text ?? "" })),
  };
}

function providerOf(properties: ObjectNode, { view, bindings }: FactsQuestion): IdentityProvider | undefined {
  const name = expressionOf(findMember(properties, "ProviderName")?.value, view, bindings);
  if (!name) return undefined;
  const type = stringValue(findMember(properties, "ProviderType")?.value);
  const mapping = findMember(properties, "AttributeMapping")?.value;
  const attributeMapping =
    mapping === undefined
      ? {}
      : mapping.kind === "object" && isClosed(mapping)
        ? Object.fromEntries(mapping.members.map(({ key, value }) => [key, stringValue(value) ?? ""]))
        : undefined;
  return {
    name: name.text,
    ...(!name.isLiteral && { isSymbolic: true as const }),
    ...(type !== undefined && { type }),
    ...(attributeMapping && { attributeMapping }),
  };
}

function domainOf(question: FactsQuestion): Pick<PoolFacts, "domain" | "managedLoginVersion"> {
  const { certain, possible } = onPool(question.view, "AWS::Cognito::UserPoolDomain", question.pool);
  if (possible.length > 0) return {};
  const made = certain.filter((resource) => isMade(resource, question));
  const [first] = made;
  if (!first) return { domain: null };
  const properties = read(first, question);
  const name = expressionOf(findMember(properties, "Domain")?.value, question.view, question.bindings);
  const version = Number(literalText(findMember(properties, "ManagedLoginVersion")?.value));
  return {
    ...(name && { domain: name.text }),
    // A pool may have two domains, each with its version.
    ...(made.length === 1 && (version === 1 || version === 2) && { managedLoginVersion: version }),
  };
}

/** Whether the template gives the app client a managed login style; `undefined` where a style may be for any. */
function brandedOf(question: FactsQuestion): boolean | undefined {
  const styles = question.view.resources.ofType("AWS::Cognito::ManagedLoginBranding");
  const clients = styles
    .filter((resource) => isMade(resource, question))
    .map((resource) => {
      const node = findMember(propertiesOf(resource.piece()), "ClientId")?.value;
      return expressionOf(node, question.view, question.bindings)?.text;
    });
  if (clients.some((each) => each === `\${${question.client}}` || each === `\${${question.client}.ClientId}`))
    return true;
  const isOther = (each: string | undefined) =>
    question.view.resources.has(/^\$\{([^{}.]+)(?:\.ClientId)?\}$/.exec(each ?? "")?.[1] ?? "");
  return clients.every(isOther) ? false : undefined;
}

/** `undefined` where the Schema cannot be read in full. What aliases and usernames require is not in the Schema and stays out. */
function attributesOf(properties: ObjectNode): PoolAttribute[] | undefined {
  const schema = findMember(properties, "Schema")?.value;
  if (!schema) return [];
  if (schema.kind !== "array") return undefined;
  const found: PoolAttribute[] = [];
  for (const item of schema.items) {
    const name = stringValue(findMember(item, "Name")?.value);
    if (item.kind !== "object" || !isClosed(item) || name === undefined) return undefined;
    const required = flag(item, "Required");
    const mutable = flag(item, "Mutable");
    found.push({
      name: prefixed(name, item),
      ...(required !== undefined && { required }),
      ...(mutable !== undefined && { mutable }),
    });
  }
  return found;
}

/** CreateUserPool puts `custom:` before a name that is none of the standard ones (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html). */
function prefixed(name: string, item: ObjectNode): string {
  if (STANDARD.has(name) || name.includes(":")) return name;
  return flag(item, "DeveloperOnlyAttribute")
    ? attributePrefixes.developer + attributePrefixes.custom + name
    : attributePrefixes.custom + name;
}
const STANDARD: ReadonlySet<string> = new Set([
  "address",
  "birthdate",
  "email",
  "email_verified",
  "family_name",
  "gender",
  "given_name",
  "locale",
  "middle_name",
  "name",
  "nickname",
  "phone_number",
  "phone_number_verified",
  "picture",
  "preferred_username",
  "profile",
  "sub",
  "updated_at",
  "website",
  "zoneinfo",
]);

function flag(item: ObjectNode, name: string): boolean | undefined {
  const value = findMember(item, name)?.value;
  if (!value) return undefined;
  if (value.kind !== "scalar") return undefined;
  return /^(?:true|yes|on)$/i.test(String(value.value))
    ? true
    : /^(?:false|no|off)$/i.test(String(value.value))
      ? false
      : undefined;
}

/** SAM's Cognito events set triggers too. */
function triggersOf(properties: ObjectNode, view: TemplateView): string[] | undefined {
  if (view.template.sections("Transform").length > 0) return undefined;
  const config = findMember(properties, "LambdaConfig")?.value;
  if (!config) return [];
  return config.kind === "object" && isClosed(config) ? config.members.map(({ key }) => key) : undefined;
}
