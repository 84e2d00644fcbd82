import { memberNames } from "../catalogue/member-word.ts";
import { findMember, type Member, type ObjectNode, type SpecNode, stringValue } from "../document/node.ts";

/** A document of another tool: what it is, in words that follow "This is", and the app client in it that could stand alone. */
export interface Foreign {
  readonly what: "template" | "resource" | "terraform" | "kubernetes" | "pulumi" | "list" | "pool";
  /** The key that tells. */
  readonly sign: Member;
  /** Its name in the template, and the object of its properties, where there is exactly one app client. */
  readonly inside?: { readonly name: string | undefined; readonly properties: SpecNode & ObjectNode };
}

const RESOURCE = "AWS::Cognito::UserPoolClient";

/** @returns what an object is that is no request, but is well known; an object with any member of a request is one. */
export function foreignOf(root: ObjectNode): Foreign | undefined {
  if (root.members.some(({ key }) => memberNames.has(key))) return undefined;
  return resource(root) ?? template(root) ?? answer(root) ?? other(root);
}

/** A resource alone, or under its name, as people copy it out of a template. */
function resource(root: ObjectNode): Foreign | undefined {
  const type = findMember(root, "Type");
  if (type && stringValue(type.value) === RESOURCE) {
    const properties = propertiesOf(root);
    return { what: "resource", sign: type, ...(properties && { inside: { name: undefined, properties } }) };
  }
  const [only] = root.members;
  const inner = root.members.length === 1 && only?.value?.kind === "object" ? only.value : undefined;
  if (!only || !inner || stringValue(findMember(inner, "Type")?.value) !== RESOURCE) return undefined;
  const properties = propertiesOf(inner);
  return { what: "resource", sign: only, ...(properties && { inside: { name: only.key, properties } }) };
}

/** CloudFormation's, SAM's or what CDK made. */
function template(root: ObjectNode): Foreign | undefined {
  const resources = findMember(root, "Resources");
  const sign = findMember(root, "AWSTemplateFormatVersion") ?? resources;
  if (!sign) return undefined;
  const all = resources?.value?.kind === "object" ? resources.value.members : [];
  const typeOf = (member: Member) => stringValue(findMember(member.value, "Type")?.value);
  if (sign === resources && !all.some((member) => /^[\w-]+::/.test(typeOf(member) ?? ""))) return undefined;
  const [only] = all;
  const isAlone = all.length === 1 && root.members.every(({ key }) => preamble.has(key));
  if (!only || !isAlone || typeOf(only) !== RESOURCE) return { what: "template", sign };
  const properties = propertiesOf(only.value);
  return { what: "template", sign, ...(properties && { inside: { name: only.key, properties } }) };
}
/** Sections without which an app client loses nothing. */
const preamble: ReadonlySet<string> = new Set(["AWSTemplateFormatVersion", "Transform", "Resources"]);

function propertiesOf(node: SpecNode | undefined): ObjectNode | undefined {
  const value = findMember(node, "Properties")?.value;
  return value?.kind === "object" && value.members.length > 0 && !value.alias && !value.anchor ? value : undefined;
}

function answer(root: ObjectNode): Foreign | undefined {
  const list = findMember(root, "UserPoolClients");
  if (list?.value?.kind === "array") return { what: "list", sign: list };
  const pool = findMember(root, "UserPool");
  return pool?.value?.kind === "object" && findMember(pool.value, "Id") ? { what: "pool", sign: pool } : undefined;
}

function other(root: ObjectNode): Foreign | undefined {
  const version = findMember(root, "apiVersion");
  if (version && findMember(root, "kind")) return { what: "kubernetes", sign: version };
  const runtime = findMember(root, "runtime");
  if (runtime && findMember(root, "resources")) return { what: "pulumi", sign: runtime };
  const terraform = ["resource", "terraform", "module", "provider"].flatMap((key) => findMember(root, key) ?? []);
  const [sign] = terraform.filter(({ value }) => value?.kind === "object" || value?.kind === "array");
  return sign && { what: "terraform", sign };
}
