import { properties } from "../../catalogue/properties.ts";
import { findMember, type Member, type ObjectNode, type ScalarNode } from "../../document/node.ts";
import type { Environment } from "./file.ts";
import { membersOf, type Problems, solid } from "./problems.ts";

/** Of an environment: it is typed on the command line, and to confirm. */
export const NAME = /^[a-z0-9][a-z0-9-]*$/;
const MEMBERS = ["account", "pool", "protected"];

/** Who acts and where requests go are never a repository's to say (attacks on workspace-chosen endpoints: microsoft/vscode#335123). */
const endpoint = "No endpoint stands here: where requests go is for the user's AWS configuration to say.";
const notHere: ReadonlyMap<string, string> = new Map([
  [
    "profile",
    "No profile stands here: who acts is each user's own choice. Give the account, which the caller is then checked against.",
  ],
  ["region", "No region stands here: the pool id has it."],
  ["endpoint", endpoint],
  ["endpoint_url", endpoint],
]);

export function readEnvironments(member: Member | undefined, problems: Problems): ReadonlyMap<string, Environment> {
  const found = new Map<string, Environment>();
  if (!member) return found;
  const object = problems.object(
    member.value,
    member.keySpan,
    ["environments"],
    'dev: { account: "111122223333", pool: eu-west-1_AbCdEfGhI }',
  );
  for (const each of object ? membersOf(object) : []) {
    const path = ["environments", each.key];
    if (!NAME.test(each.key))
      problems.tell(
        "name-format",
        each.keySpan,
        path,
        "An environment's name has small letters, digits and hyphens: dev, prod-eu.",
      );
    const node = problems.object(each.value, each.keySpan, path, 'account: "111122223333", pool: eu-west-1_AbCdEfGhI');
    found.set(
      each.key,
      node ? readEnvironment(each, node, problems) : { name: each.key, nameSpan: each.keySpan, protected: false },
    );
  }
  return found;
}

function readEnvironment({ key: name, keySpan: nameSpan }: Member, node: ObjectNode, problems: Problems): Environment {
  const path = ["environments", name];
  problems.onlyMembers(node, MEMBERS, path, (key) => notHere.get(key.toLowerCase()));
  const account = accountOf(findMember(node, "account"), [...path, "account"], problems);
  const pool = poolOf(findMember(node, "pool"), [...path, "pool"], problems);
  return {
    name,
    nameSpan,
    node,
    ...(account !== undefined && { account }),
    ...(pool && { pool: pool.value, poolNode: pool.node }),
    protected: protectedOf(findMember(node, "protected"), [...path, "protected"], problems),
  };
}

function accountOf(member: Member | undefined, path: string[], problems: Problems): string | undefined {
  if (!member) return undefined;
  const node = member.value;
  const text = node?.kind === "scalar" ? node.value : undefined;
  if (typeof text === "string" && /^\d{12}$/.test(text)) return text;
  const at = solid(member);
  const quotes = typeof text === "number" ? " in quotes, since a number loses its leading zeros" : "";
  problems.tell("account-format", at, path, `An account is twelve digits${quotes}: account: "111122223333".`);
  return undefined;
}

const poolPattern = (() => {
  const value = properties.find(({ name }) => name === "UserPoolId")?.value;
  return new RegExp(
    value?.type === "string" && value.pattern ? `^(?:${value.pattern.source})$` : "^[\\w-]+_[0-9a-zA-Z]+$",
    "u",
  );
})();

function poolOf(
  member: Member | undefined,
  path: string[],
  problems: Problems,
): { value: string; node: ScalarNode } | undefined {
  if (!member) return undefined;
  const node = member.value;
  if (node?.kind === "scalar" && typeof node.value === "string" && poolPattern.test(node.value))
    return { value: node.value, node };
  const at = solid(member);
  problems.tell(
    "pool-format",
    at,
    path,
    "A user pool's id is its region, an underscore, letters and digits: pool: eu-west-1_AbCdEfGhI.",
  );
  return undefined;
}

/** What cannot be understood protects: the other way round a slip would open production. */
function protectedOf(member: Member | undefined, path: string[], problems: Problems): boolean {
  if (!member) return false;
  const node = member.value;
  if (node?.kind === "scalar" && typeof node.value === "boolean") return node.value;
  const at = solid(member);
  problems.tell(
    "wrong-type",
    at,
    path,
    "protected is true or false. Until it is, the environment counts as protected.",
  );
  return true;
}
