import { resolve } from "node:path";
import type { FactsByPool, PoolFacts } from "../server/src/engine/index.ts";
import { UsageError } from "./io.ts";
import { readSpecFile } from "./spec-file.ts";

/**
 * Reads what `cognito-client facts` printed: facts of one pool, or a list of them.
 * @throws UsageError where it is something else.
 */
export function readFacts(path: string | undefined, cwd: string): FactsByPool | undefined {
  if (path === undefined) return undefined;
  const read = readSpecFile(resolve(cwd, path));
  if (read.is === "not-read") throw new UsageError(`--facts ${path} ${read.why}.`);
  const value = parsed(read.decoded.text, path);
  const pools: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const pool of pools) {
    const wrong = whatIsWrong(pool);
    if (wrong) throw new UsageError(`--facts ${path}: this is not what "cognito-client facts" prints (${wrong}).`);
  }
  return new Map((pools as readonly PoolFacts[]).map((pool) => [pool.poolId, pool]));
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse quotes the text, which may be anything.
    throw new UsageError(`--facts ${path} is no JSON.`);
  }
}

function whatIsWrong(pool: unknown): string | undefined {
  if (!isObject(pool) || typeof pool.poolId !== "string") return "no poolId";
  const { resourceServers, identityProviders, attributes, clients, triggers } = pool;
  if (
    !listOf(
      resourceServers,
      (each) => typeof each.identifier === "string" && Array.isArray(each.scopes) && listOf(each.scopes, named),
    )
  )
    return "resourceServers";
  if (!listOf(identityProviders, named)) return "identityProviders";
  if (!listOf(attributes, named)) return "attributes";
  if (!listOf(clients, (each) => named(each) && typeof each.id === "string")) return "clients";
  if (triggers !== undefined && !(Array.isArray(triggers) && triggers.every((each) => typeof each === "string")))
    return "triggers";
  return undefined;
}

const named = (value: Record<string, unknown>): boolean => typeof value.name === "string";

/** Whether it is absent, or a list whose items pass. */
function listOf(value: unknown, passes: (item: Record<string, unknown>) => boolean): boolean {
  return value === undefined || (Array.isArray(value) && value.every((item) => isObject(item) && passes(item)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
