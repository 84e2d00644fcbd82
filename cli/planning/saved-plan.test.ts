import { describe, expect, test } from "vitest";
import { UsageError } from "../io.ts";
import { ageText, movedSince, savedPlanIn } from "./saved-plan.ts";

/** A plan of an update and a create, with everything that `plan --out` writes. */
const plan = {
  plans: [
    {
      file: "web.cognito-client.yaml",
      environment: "prod",
      protected: true,
      action: "update",
      account: "444455556666",
      region: "eu-central-1",
      endpoint: "http://localhost:9229",
      poolId: "eu-central-1_XyZ123456",
      clientName: "web-prod",
      clientId: "7example98765432",
      lastModified: "2026-11-20T10:00:00.123Z",
      changes: [
        {
          path: "/CallbackURLs",
          kind: "changed",
          class: "weakens-security",
          why: ["Codes and tokens may be sent to app.example.com (https://app.example.com/cb)."],
          live: [],
          wanted: ["https://app.example.com/cb"],
          added: ["https://app.example.com/cb"],
          removed: [],
        },
      ],
      undeclared: [{ path: "/AuthSessionValidity", live: 5, default: 3 }],
      immovable: [{ path: "/GenerateSecret", live: true, wanted: false, instead: "Create a new one." }],
      filledIn: [],
      request: { UserPoolId: "eu-central-1_XyZ123456", ClientId: "7example98765432", EnableTokenRevocation: false },
      findings: [
        { file: "web.cognito-client.yaml", ruleId: "implicit-grant", severity: "warning", message: "…", path: "" },
      ],
    },
    {
      file: "api.cognito-client.json",
      action: "create",
      account: null,
      region: "eu-west-1",
      poolId: "eu-west-1_AbCdEfGhI",
      clientName: "api",
      changes: [],
      undeclared: [],
      immovable: [],
      filledIn: [{ path: "/RefreshTokenValidity", text: "30 days" }],
      request: { UserPoolId: "eu-west-1_AbCdEfGhI", ClientName: "api" },
      findings: [],
    },
  ],
  digest: "3b1f0f1f2c",
  madeAt: "2026-11-26T10:00:00.000Z",
  tool: "0.1.0",
};
const text = JSON.stringify(plan, null, 2);

type Path = readonly (string | number)[];

/** Paths of everything in it, objects and lists included. */
function* places(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* places(inner, [...path, Array.isArray(value) ? +key : key]);
}

/** The values that an edit may put in a value's place; `undefined` takes it out. */
function* others(value: unknown): Generator<unknown> {
  yield undefined;
  for (const other of [null, true, 0, "", "x", [], {}, [value], { value }, [value, value]]) yield other;
  if (typeof value === "string")
    yield* [`${value} `, `${value}\u202e`, value.toUpperCase(), value.slice(1), `../${value}`];
  if (typeof value === "number") yield* [value + 1, -value - 1];
  if (typeof value === "boolean") yield !value;
  if (Array.isArray(value)) yield* [[...value, "https://evil.example"], [...value, ...value, 1], value.slice(1)];
  else if (typeof value === "object" && value !== null)
    yield* [
      { ...value, more: 1 },
      { ...value, ["file"]: "../../x" },
    ];
}

function edited(path: Path, other: unknown): string {
  const copy = structuredClone(plan);
  const last = path.at(-1) ?? "";
  let holder = copy as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  if (other !== undefined) holder[last] = other;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return JSON.stringify(copy);
}

/** Words about the spec and about the plan itself: they decide nothing. */
const words = (path: Path): boolean =>
  ["madeAt", "tool"].includes(String(path[0])) || ["findings", "filledIn"].includes(String(path[2]));

function isRefused(saved: string): boolean {
  try {
    const read = savedPlanIn("plan.json", saved);
    return read === undefined || movedSince(read, plan).length > 0;
  } catch (error) {
    if (error instanceof UsageError) return true;
    throw error;
  }
}

test("as it was saved, whatever the order of its members and its own words", () => {
  expect(isRefused(text)).toBe(false);
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, turned(inner)]),
    );
  };
  expect(isRefused(`\uFEFF${JSON.stringify(turned(plan))}`)).toBe(false);
});

describe.each([...new Set([...places(plan)].map((path) => JSON.stringify(path)))])("edited at %s", (at) => {
  const path = JSON.parse(at) as Path;
  const value = path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], plan);

  test(words(path) ? "it decides nothing" : "it is refused", () => {
    for (const other of others(value)) {
      if (JSON.stringify(other) === JSON.stringify(value)) continue;
      expect({ other, refused: isRefused(edited(path, other)) }).toEqual({ other, refused: !words(path) });
    }
  });
});

test.each([
  ["no JSON", "{"],
  ["no object", "[]"],
  ["a spec", '{"ClientName":"web"}'],
  ["no plan in it", '{"plans":[],"digest":"x"}'],
  ["a member that every object seems to have", text.replace('"protected": true', '"__proto__": {"protected": true}')],
  ["one app client twice", JSON.stringify({ ...plan, plans: [...plan.plans, plan.plans[0]] })],
  ["in another order", JSON.stringify({ ...plan, plans: [...plan.plans].reverse() })],
  ["one left out", JSON.stringify({ ...plan, plans: plan.plans.slice(0, 1) })],
])("%s is refused", (_what, saved) => {
  expect(isRefused(saved)).toBe(true);
});

test.each([
  [0, "plan.json was just made."],
  [119, "plan.json was just made."],
  [120, "plan.json was made 2 minutes ago."],
  [7199, "plan.json was made 119 minutes ago."],
  [7200, "plan.json was made 2 hours ago."],
  [172_800, "plan.json was made 2 days ago."],
])("after %i seconds: %s", (seconds, said) => {
  const now = Date.parse("2026-11-26T10:00:00Z");
  const madeAt = new Date(now - seconds * 1000).toISOString();
  expect(ageText({ name: "plan.json", madeAt }, now)).toBe(said);
  expect(ageText({ name: "plan.json", madeAt: "soon" }, now), "of what is no time").toBe("");
});
