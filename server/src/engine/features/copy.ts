import { memberOf } from "../catalogue/properties.ts";
import type { AppClient } from "../clients/app-client.ts";
import { readOnlyProperties } from "../clients/template/overlay.ts";
import { emit, type PlainValue } from "../document/edit/emit.ts";
import { plainOf } from "../document/plain.ts";
import { specOf } from "../reading/spec.ts";
import { filled, requestOfTemplate } from "./template/request-of-template.ts";

/** An app client in another form, to be pasted elsewhere. */
export interface Copied {
  readonly text: string;
  /** Members that did not come along: a secret, what another form has no place for, what is only filled in later. */
  readonly left: readonly string[];
  /** Members that the deploy decides: `<…>` stands in their place. */
  readonly open: readonly string[];
}

/** A template's app client as a spec, in the syntax of the template; a secret and read-only properties stay behind. */
export function asSpec(client: AppClient): Copied | undefined {
  const request = requestOfTemplate(client);
  if (!request) return undefined;
  const { kept, left } = withoutSecrets(request.withPlaceholders);
  const open = request.elsewhere.map(({ name }) => name);
  // CloudFormation makes a name up where there is none; a request needs one.
  const isNamed = "ClientName" in kept;
  const named = isNamed ? kept : { ClientName: "<ClientName>", ...kept };
  const text = `${emit(named, client.part.syntax)}\n`;
  return { text, left, open: isNamed ? open : [...open, "ClientName"] };
}

/** A spec's app client as a resource of a CloudFormation template, in the spec's syntax. */
export function asResource(client: AppClient): Copied | undefined {
  const request = plainRequest(client);
  if (!request) return undefined;
  const { kept, left } = asProperties(request.members);
  const name = typeof kept["ClientName"] === "string" ? kept["ClientName"] : "";
  const resource = { Type: "AWS::Cognito::UserPoolClient", Properties: kept };
  const { syntax } = client.part;
  const text = emit({ [logicalIdOf(name)]: resource }, syntax);
  // A member of an object that is there: its braces would be too many.
  const member = syntax === "json" ? text.slice(1, -1).trim() : text;
  return { text: `${member}\n`, left, open: request.open };
}

/** A spec's app client as a command of the AWS CLI for a POSIX shell. */
export function asCommand(client: AppClient): Copied | undefined {
  const request = plainRequest(client);
  if (!request) return undefined;
  const { kept, left } = withoutSecrets(request.members);
  const json = printable(JSON.stringify(kept, null, 2)).replaceAll("'", "'\\''");
  const text = `aws cognito-idp create-user-pool-client --cli-input-json '${json}'\n`;
  return { text, left, open: request.open };
}

/** A terminal shows what is pasted: what would be invisible there, or turn the line around, is written as JSON's escapes. */
function printable(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What the resource takes of a request: a secret of one's own becomes one that Cognito makes, and 0 days are its default. */
function asProperties(members: Readonly<Record<string, PlainValue>>): ReturnType<typeof withoutSecrets> {
  const { kept, left } = withoutSecrets(members);
  if (members["ClientSecret"] !== undefined) kept["GenerateSecret"] = true;
  if (kept["RefreshTokenValidity"] === 0) delete kept["RefreshTokenValidity"];
  return { kept, left };
}

/** The members of a spec; in place of what is filled in later stands `<…>`. */
function plainRequest(client: AppClient): { members: Record<string, PlainValue>; open: string[] } | undefined {
  if (client.scope.template) return undefined;
  const { node } = specOf(client);
  if (!node) return undefined;
  const members: Record<string, PlainValue> = {};
  const open: string[] = [];
  for (const { key, value } of node.members) {
    if (!memberOf([key])) continue;
    const plain = plainOf(value);
    if (plain === undefined) open.push(key);
    members[key] = plain ?? filled(value, key);
  }
  return { members, open };
}

function withoutSecrets(members: Readonly<Record<string, PlainValue>>): {
  kept: Record<string, PlainValue>;
  left: string[];
} {
  const kept: Record<string, PlainValue> = {};
  const left: string[] = [];
  for (const [name, value] of Object.entries(members)) {
    if (memberOf([name])?.sensitive || readOnlyProperties.has(name)) left.push(name);
    else kept[name] = value;
  }
  return { kept, left };
}

/** Logical ids are letters and digits. */
function logicalIdOf(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  const id = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return id === "" ? "AppClient" : /client$/i.test(id) ? id : `${id}Client`;
}
