import type { AppClient } from "../../clients/app-client.ts";
import type { Environment, Link } from "../../config/environments/file.ts";
import { mergePatch } from "../../config/environments/patch.ts";
import type { PlainValue } from "../../document/edit/emit.ts";
import type { SpecNode } from "../../document/node.ts";
import { specOf } from "../../reading/spec.ts";

export type PlainObject = { readonly [key: string]: PlainValue };

/** The request that a spec holds, as plain data; placeholders and calls of functions stay as they are written. */
export function requestOf(client: AppClient): PlainObject {
  const { node } = specOf(client);
  return node ? (written(node) as PlainObject) : {};
}

/**
 * The complete create input of an app client for an environment: the spec, with the environment's pool where it names none, and
 * with its `set` laid over it (RFC 7396). `ClientId` is not in it, since a create has none.
 */
export function mergedRequest(client: AppClient, environment: Environment, { set }: Pick<Link, "set">): PlainObject {
  return requestWith(client, environment, set && written(set));
}

/** The same with another `set`. */
export function requestWith(client: AppClient, environment: Environment, set: PlainValue | undefined): PlainObject {
  const { ClientId: _, ...request } = requestOf(client);
  const { pool } = environment;
  const based = request["UserPoolId"] === undefined && pool !== undefined ? { UserPoolId: pool, ...request } : request;
  return (set === undefined ? based : mergePatch(based, set)) as PlainObject;
}

/**
 * Whether the app client exists there, so that `plan` and `apply` update it: the environment has its id, or the spec itself. Else
 * they create it.
 */
export function existsIn(client: AppClient, { id }: Pick<Link, "id">): boolean {
  return id !== undefined || specOf(client).has("ClientId");
}

/** A value as plain data. Keeps what `plainOf` cannot know: as a string or an object that is read as unknown again. */
export function written(node: SpecNode): PlainValue {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "array":
      return node.items.map(written);
    case "object":
      return Object.fromEntries(node.members.map(({ key, value }) => [key, value ? written(value) : null]));
    case "unknown":
      return node.call?.args ? { [node.call.name]: written(node.call.args) } : (node.text ?? "${unknown}");
  }
}
