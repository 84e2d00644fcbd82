import type { Part } from "./part.ts";

/**
 * Bounds that no real spec comes near: a CreateUserPoolClient request is at most three levels deep.
 * They keep alias bombs, deep nesting and huge files from hanging an editor.
 */
export const limits = {
  /** Levels of objects and arrays. */
  depth: 32,
  /** Levels beyond which a text is not made a tree of at all: what recurses is spared the rest of the stack. */
  nesting: 100,
  /** Nodes that the aliases of one app client may stand for. */
  aliasNodes: 10_000,
  /** UTF-16 units of one app client. The largest legal request is about 600,000. */
  partLength: 1_000_000,
  /** UTF-16 units of a file. */
  fileLength: 16_000_000,
  /**
   * App clients of a file, as items of a list or documents of a stream: as many as a user pool can have
   * (https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html).
   */
  appClients: 10_000,
  /** Syntax problems kept per app client: the first few name the cause, the rest are echoes. */
  syntaxProblems: 20,
} as const;

/** A text is nested deeper than anything that calls itself for each level could bear. */
export class TooDeep extends Error {}

/** A list has more items than a file may have app clients: reading on is of no use. */
export class TooMany extends Error {}

/** Whether a text was left unread because it is too long: what would have to walk through it is not worth starting. */
export function isUnread({ root, problems }: Part): boolean {
  return root === undefined && problems.some(({ code }) => code === "document-limit");
}
