import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { membersFor } from "../../server/src/engine/index.ts";

/** The one thing of a command that is needed here. */
interface Command {
  readonly middlewareStack: { add(middleware: never, options: { step: "deserialize"; name: string }): void };
}

/**
 * Notes the names of the members that the raw answer has in one object, since the SDK drops those that it does not know: an
 * update would then leave them out. The text itself is thrown away at once; it may hold a secret.
 * @returns the names, once the command was sent
 */
export function memberNames(command: Command, object: string): () => readonly string[] {
  let names: readonly string[] = [];
  type Next = (args: unknown) => Promise<{ response?: { body?: unknown } }>;
  const note = (next: Next) => async (args: unknown) => {
    const result = await next(args);
    const { response } = result;
    if (!response?.body) return result;
    const bytes = await bytesOf(response.body);
    // The SDK reads it from here.
    response.body = bytes;
    names = namesIn(bytes, object);
    return result;
  };
  // Without a priority it stands between the connection and the SDK's own reading of the answer.
  command.middlewareStack.add(note as never, { step: "deserialize", name: "memberNames" });
  return () => names;
}

async function bytesOf(body: unknown): Promise<Uint8Array> {
  return body instanceof Uint8Array ? body : new Uint8Array(await buffer(body as Readable));
}

/** `RefreshTokenRotation`, and `RefreshTokenRotation.Feature` for what an object holds. */
function namesIn(bytes: Uint8Array, object: string): readonly string[] {
  try {
    const members = JSON.parse(new TextDecoder().decode(bytes))[object] ?? {};
    return Object.entries(members).flatMap(([name, value]) => [
      name,
      ...namesOf(value).map((inner) => `${name}.${inner}`),
    ]);
  } catch {
    // No JSON: the SDK says so itself.
    return [];
  }
}

function namesOf(value: unknown): string[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

/** What an answer has besides the members of an update: nothing of it can be lost. */
const answerOnly = ["ClientSecret", "CreationDate", "LastModifiedDate", "ClientType"];

/** @returns those of the names that an update of ours could not send back. */
export function unknownAmong(names: readonly string[]): string[] {
  const known = new Set([
    ...answerOnly,
    ...membersFor("update").flatMap(({ name, value }) => [
      name,
      ...(value.type === "object" ? value.members.map((inner) => `${name}.${inner.name}`) : []),
    ]),
  ]);
  return names.filter((name) => !known.has(name) && !(name.includes(".") && !known.has(name.split(".")[0] ?? "")));
}
