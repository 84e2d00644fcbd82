import type { PlainValue } from "../../document/edit/emit.ts";
import type { ObjectNode, Path } from "../../document/node.ts";
import type { Finding } from "../../lint/finding.ts";
import { written } from "./merged.ts";

/** The member of `set` without which there would be no such finding; `undefined` where no one member alone makes it. */
export type CauseOf = (finding: Finding) => Path | undefined;

/**
 * Finds the member of `set` that makes a finding about a value of the spec: `TokenValidityUnits` there, `AccessTokenValidity` here.
 * @param judge the findings with another `set`; asked at most once for each.
 */
export function causeInSet(set: ObjectNode, judge: (set: PlainValue) => readonly Finding[]): CauseOf {
  const left = new Map<string, ReadonlySet<string>>();
  const makes = (path: readonly string[], finding: Finding): boolean => {
    const key = JSON.stringify(path);
    let others = left.get(key);
    if (!others && left.size < MOST_TRIALS) {
      others = new Set(judge(without(written(set), path)).map(kindOf));
      left.set(key, others);
    }
    return others?.has(kindOf(finding)) === false;
  };
  return (finding) => {
    const member = set.members.find(({ key }) => makes([key], finding));
    if (!member) return undefined;
    const inner = member.value?.kind === "object" ? member.value.members : [];
    const part = inner.find(({ key }) => makes([member.key, key], finding));
    return part ? [member.key, part.key] : [member.key];
  };
}
/** More members than a request has, with those of its objects. */
const MOST_TRIALS = 64;

/** Messages name values, so another one may be the same fault. */
const kindOf = ({ rule, path }: Finding): string => JSON.stringify([rule.id, path]);

function without(value: PlainValue, [step, ...rest]: readonly string[]): PlainValue {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, PlainValue][] =>
    key !== step ? [[key, inner]] : rest.length > 0 ? [[key, without(inner, rest)]] : [],
  );
  return Object.fromEntries(entries);
}
