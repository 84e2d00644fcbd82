import { findMember, type Member, type ObjectNode } from "../../document/node.ts";
import type { Environment, Link, LinkedSpec } from "./file.ts";
import { readSpecKey } from "./key.ts";
import { membersOf, type Problems, solid } from "./problems.ts";

/** Cognito's pattern of a ClientId: `[\w+]+`, 1 to 128 characters (CreateUserPoolClient, API reference). */
export const CLIENT_ID = /^[A-Za-z0-9_+]{1,128}$/;

/** Members that the environment itself gives, or that no file of a repository may hold. */
export const notInSet: ReadonlyMap<string, string> = new Map([
  ["UserPoolId", "The pool stands with the environment: environments: { dev: { pool: … } }."],
  ["ClientId", "The app client's id stands beside set: { id: …, set: { … } }."],
  ["ClientSecret", "A secret does not belong into a file of the repository. Cognito keeps the one that it made."],
]);

export function readSpecs(
  member: Member | undefined,
  environments: ReadonlyMap<string, Environment>,
  problems: Problems,
): readonly LinkedSpec[] {
  if (!member) return [];
  const object = problems.object(
    member.value,
    member.keySpan,
    ["clients"],
    "web.cognito-client.yaml: { dev: { id: … } }",
  );
  const specs = (object ? membersOf(object) : []).flatMap((each) => readSpec(each, environments, problems));
  sameAppClientTwice(specs, environments, problems);
  return specs;
}

function readSpec(member: Member, environments: ReadonlyMap<string, Environment>, problems: Problems): LinkedSpec[] {
  const { key, keySpan, value } = member;
  const path = ["clients", key];
  const read = readSpecKey(key);
  const object = problems.object(value, keySpan, path, "dev: { id: 1example23456789 }");
  if (read.problem !== undefined) {
    problems.tell("spec-path", keySpan, path, read.problem);
    return [];
  }
  const links = (object ? membersOf(object) : []).flatMap((each) => readLink(each, path, environments, problems));
  return [{ key, keySpan, member, ...read, links }];
}

function readLink(
  member: Member,
  above: readonly string[],
  environments: ReadonlyMap<string, Environment>,
  problems: Problems,
): Link[] {
  const { key: environment, keySpan: environmentSpan, value } = member;
  const path = [...above, environment];
  if (!environments.has(environment)) {
    const known = [...environments.keys()];
    const there = known.length > 0 ? `There are: ${known.join(", ")}.` : "Add it to environments.";
    problems.tell("unknown-environment", environmentSpan, path, `No environment has this name. ${there}`);
  }
  const node = problems.object(value, environmentSpan, path, "id: 1example23456789");
  if (!node) return [];
  problems.onlyMembers(node, ["id", "set"], path, () => undefined);
  const id = idOf(findMember(node, "id"), [...path, "id"], problems);
  const set = setOf(findMember(node, "set"), [...path, "set"], problems);
  return [{ environment, environmentSpan, member, ...(id && { id: id.value, idNode: id.node }), ...(set && { set }) }];
}

function idOf(member: Member | undefined, path: string[], problems: Problems) {
  if (!member) return undefined;
  const node = member.value;
  if (node?.kind === "scalar") {
    const value = typeof node.value === "string" ? node.value : undefined;
    if (value !== undefined && CLIENT_ID.test(value)) return { value, node };
  }
  const number =
    node?.kind === "scalar" && typeof node.value === "number" ? " Put it in quotes: a number loses digits." : "";
  problems.tell(
    "id-format",
    solid(member),
    path,
    `An app client's id has letters, digits, _ and +, at most 128.${number}`,
  );
  return undefined;
}

function setOf(member: Member | undefined, path: string[], problems: Problems): ObjectNode | undefined {
  if (!member) return undefined;
  const node = problems.object(member.value, member.keySpan, path, "ClientName: web-prod");
  for (const { key, keySpan } of node?.members ?? []) {
    const why = notInSet.get(key);
    if (why !== undefined) problems.tell("set-member", keySpan, [...path, key], why);
  }
  return node;
}

/** One app client has one owner: two specs, or two environments, that name the same one would undo each other's updates. */
function sameAppClientTwice(
  specs: readonly LinkedSpec[],
  environments: ReadonlyMap<string, Environment>,
  problems: Problems,
): void {
  const first = new Map<string, Link>();
  for (const { key, links } of specs) {
    for (const link of links) {
      if (link.id === undefined || !link.idNode) continue;
      const target = `${environments.get(link.environment)?.pool ?? ""} ${link.id}`;
      const other = first.get(target);
      if (!other?.idNode) {
        first.set(target, link);
        continue;
      }
      problems.tell(
        "same-app-client",
        link.idNode.span,
        ["clients", key, link.environment, "id"],
        "This app client is linked twice: each of the two would undo the other's updates. Keep one of them.",
        [{ span: other.idNode.span, message: "It is linked here, too." }],
      );
    }
  }
}
