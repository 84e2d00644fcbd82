import { resolve } from "node:path";
import type { JsonObject } from "../../deploy/index.ts";
import { readRegularFile } from "../../server/src/regular-file.ts";
import { type Io, UsageError } from "../io.ts";

/** What a file that `plan --out` wrote says. It is a claim to be held against what is there now: it has no authority. */
export interface SavedPlan {
  readonly name: string;
  readonly digest: string;
  /** When it was made, as it says of itself: a word for people, which decides nothing. */
  readonly madeAt?: string;
  readonly plans: readonly SavedItem[];
}

interface SavedItem {
  readonly file: string;
  readonly environment?: string;
  readonly [key: string]: unknown;
}

/** A plan holds its requests as text and a line for each difference; a megabyte is hundreds of app clients. */
const LIMIT = 16_000_000;

/** @returns `undefined` for a file that is no saved plan. @throws UsageError for one that is broken */
export function readSavedPlan(name: string, io: Pick<Io, "cwd">): SavedPlan | undefined {
  if (!/\.json$/i.test(name)) return undefined;
  const read = readRegularFile(resolve(io.cwd, name), LIMIT);
  return read.is === "read" ? savedPlanIn(name, read.bytes.toString("utf8")) : undefined;
}

/** @returns `undefined` for a text that is no saved plan. @throws UsageError for one that is broken */
export function savedPlanIn(name: string, text: string): SavedPlan | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { plans, digest, madeAt } = value as { plans?: unknown; digest?: unknown; madeAt?: unknown };
  if (!Array.isArray(plans) || digest === undefined) return undefined;
  if (typeof digest !== "string" || plans.length === 0 || !plans.every(isItem))
    throw new UsageError(`${name} is a saved plan that is broken. Make it anew with "cognito-client plan --out".`);
  return { name, digest, plans, ...(typeof madeAt === "string" ? { madeAt } : {}) };
}

/** `plan.json was made 3 hours ago.`; nothing where it does not say when. @param now milliseconds since the epoch. */
export function ageText({ name, madeAt = "" }: Pick<SavedPlan, "name" | "madeAt">, now: number): string {
  const seconds = Math.round((now - Date.parse(madeAt)) / 1000);
  if (Number.isNaN(seconds)) return "";
  const [unit, length] = (
    [
      ["days", 86_400],
      ["hours", 3600],
    ] as const
  ).find(([, least]) => seconds >= 2 * least) ?? ["minutes", 60];
  return seconds < 120 ? `${name} was just made.` : `${name} was made ${Math.floor(seconds / length)} ${unit} ago.`;
}

function isItem(value: unknown): value is SavedItem {
  if (typeof value !== "object" || value === null) return false;
  const { file, environment } = value as { file?: unknown; environment?: unknown };
  return typeof file === "string" && (environment === undefined || typeof environment === "string");
}

/** What may differ without another effect: words about the spec, which a newer version may choose anew. */
const words = new Set(["findings", "filledIn"]);

/**
 * Holds what was saved against what would be done now: account, place, ids, live and wanted state (the digest), and everything
 * that the saved plan shows.
 * @param now the plan's document, made anew.
 * @returns what is not as it was saved, as sentences
 */
export function movedSince(saved: SavedPlan, now: JsonObject): string[] {
  const plans = (now["plans"] ?? []) as readonly JsonObject[];
  const found: string[] = [];
  for (const [index, planned] of plans.entries()) {
    const before = saved.plans[index];
    if (!before) continue;
    const names = [...new Set([...Object.keys(before), ...Object.keys(planned)])].filter((name) => !words.has(name));
    const moved = names.filter((name) => !sameValue(own(before, name), own(planned, name)));
    if (moved.length > 0) found.push(`${before.file}: ${moved.join(", ")}`);
  }
  if (found.length === 0 && (now["digest"] !== saved.digest || plans.length !== saved.plans.length))
    found.push("the live or the wanted state");
  return found;
}

function own(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Readonly<Record<string, unknown>>)[name] : undefined;
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  // Apart from a list, so that no list of pairs passes for an object.
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { members: members.map(([key, member]) => [key, sorted(member)]) };
}
