import { CallError } from "./call-error.ts";

/** More pages than any list of Cognito has: quotas are far below 60 times this. */
const MAX_PAGES = 1_000;

/**
 * Follows `NextToken`, through empty pages, too. A list that repeats a token or never ends is no list: a part of it must not
 * count as all of it.
 */
export async function pages<T>(
  operation: string,
  read: (token: string | undefined) => Promise<readonly [readonly T[], string | undefined]>,
): Promise<readonly T[]> {
  const all: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const [items, next] = await read(token);
    all.push(...items);
    token = next;
    if (!token) return all;
    if (seen.has(token)) break;
    seen.add(token);
  } while (seen.size < MAX_PAGES);
  throw new CallError({ operation, name: "list without an end" }, "no answer");
}
