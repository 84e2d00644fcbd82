/** As much of Vitest as the tests of rules use, so that one process can run them again and again. */
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

export interface Collected {
  readonly name: string;
  readonly run: () => unknown;
}

export const collected: Collected[] = [];
const path: string[] = [];

export function describe(name: string, body: () => void): void {
  path.push(name);
  body();
  path.pop();
}
describe.each = each(describe as (name: string, body: (...row: unknown[]) => unknown) => void);

export function test(name: string, run: () => unknown): void {
  collected.push({ name: [...path, name].join(" > "), run });
}
test.each = each(test);
export const it = test;

function each(declare: (name: string, body: () => unknown) => void) {
  return (rows: readonly unknown[]) => (name: string, body: (...row: unknown[]) => unknown) => {
    for (const row of rows)
      declare(`${name} ${JSON.stringify(row)}`, () => body(...(Array.isArray(row) ? row : [row])));
  };
}

export function expect(actual: unknown, message?: string) {
  return { ...matchers(actual, false, message), not: matchers(actual, true, message) };
}

/** Stands for every value of which something holds. */
class Matching {
  readonly holds: (value: unknown) => boolean;
  constructor(holds: (value: unknown) => boolean) {
    this.holds = holds;
  }
}
expect.any = (type: new () => unknown) => new Matching((value) => Object(value) instanceof type);
expect.stringMatching = (pattern: RegExp) => new Matching((value) => typeof value === "string" && pattern.test(value));
expect.arrayContaining = (items: readonly unknown[]) =>
  new Matching((value) => {
    const found = Array.isArray(value) ? value : [];
    return items.every((item) =>
      found.some((other) => isDeepStrictEqual(like(plain(other), plain(item)), plain(item))),
    );
  });

function matchers(actual: unknown, negated: boolean, message: string | undefined) {
  const holds = (check: () => void) => {
    let failure: unknown;
    try {
      check();
    } catch (error) {
      failure = error;
    }
    if ((failure === undefined) === negated) throw failure ?? new Error(message ?? "expected the opposite");
  };
  const [number, length] = [actual as number, (actual as ArrayLike<unknown> | undefined)?.length];
  return {
    toBe: (expected: unknown) => holds(() => assert.ok(Object.is(actual, expected), `${actual} is not ${expected}`)),
    toEqual: (expected: unknown) =>
      holds(() => assert.deepStrictEqual(like(plain(actual), plain(expected)), plain(expected))),
    toStrictEqual: (expected: unknown) => holds(() => assert.deepStrictEqual(actual, expected)),
    toMatchObject: (expected: object) =>
      holds(() => {
        if (Array.isArray(expected)) assert.equal(length, expected.length);
        assert.partialDeepStrictEqual(like(actual, expected), expected);
      }),
    toMatch: (expected: string | RegExp) =>
      holds(() =>
        assert.ok(typeof expected === "string" ? String(actual).includes(expected) : expected.test(String(actual))),
      ),
    toContain: (expected: never) => holds(() => assert.ok((actual as string | unknown[]).includes(expected))),
    toHaveLength: (expected: number) => holds(() => assert.equal(length, expected)),
    toBeUndefined: () => holds(() => assert.equal(actual, undefined)),
    toBeDefined: () => holds(() => assert.notEqual(actual, undefined)),
    toBeTruthy: () => holds(() => assert.ok(actual)),
    toBeGreaterThan: (other: number) => holds(() => assert.ok(number > other)),
    toBeGreaterThanOrEqual: (other: number) => holds(() => assert.ok(number >= other)),
    toBeLessThan: (other: number) => holds(() => assert.ok(number < other)),
    toBeLessThanOrEqual: (other: number) => holds(() => assert.ok(number <= other)),
    toThrow: () => holds(() => assert.throws(actual as () => unknown)),
  };
}

/** The actual value, with the expected `Matching` in each place where it holds. */
function like(actual: unknown, expected: unknown): unknown {
  if (expected instanceof Matching) return expected.holds(actual) ? expected : actual;
  if (Array.isArray(actual) && Array.isArray(expected)) return actual.map((item, index) => like(item, expected[index]));
  if (!isPlain(actual) || !isPlain(expected)) return actual;
  return Object.fromEntries(Object.entries(actual).map(([key, item]) => [key, like(item, expected[key])]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Without members that are undefined, which toEqual takes for absent ones. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, plain(item)]])),
  );
}
