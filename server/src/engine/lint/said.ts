import type { Part } from "../document/part.ts";
import { quotable } from "./quotable.ts";
import type { Fix, Report } from "./rule.ts";

/**
 * A report as it may leave the engine: nothing in it repeats a secret of its part, and a document that does not parse gets only
 * fixes of its syntax, since what any other fix would change may not be what it seems.
 * @param isSyntax whether the report is about the syntax itself.
 */
export function asSaid<R extends Report>(part: Part, report: R, isSyntax: boolean): R {
  const { message, data, related, path, fixes } = report;
  const isBroken = part.problems.some(({ code }) => code === "syntax-error");
  return {
    ...report,
    message: quotable(part, message),
    path: path.map((step) => (typeof step === "string" ? quotable(part, step) : step)),
    ...(data && { data: mapValues(data, (value) => (typeof value === "string" ? quotable(part, value) : value)) }),
    ...(related && { related: related.map((other) => ({ ...other, message: quotable(part, other.message) })) }),
    ...(fixes && {
      fixes: isBroken && !isSyntax ? () => [] : (current: Part) => fixes(current).map((fix) => titled(part, fix)),
    }),
  };
}

function titled(part: Part, fix: Fix): Fix {
  return { ...fix, title: quotable(part, fix.title) };
}

function mapValues<V>(object: Readonly<Record<string, V>>, change: (value: V) => V): Record<string, V> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
