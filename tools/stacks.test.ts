import { expect, test } from "vitest";
import { circles, upward } from "./stacks.ts";

test("deploy/ is a stack: imports point down", () => {
  const imports = new Map([
    ["deploy/aws/gateway.ts", ["deploy/json.ts"]],
    ["deploy/plan/plan.ts", ["deploy/aws/gateway.ts", "server/src/engine/index.ts"]],
    ["deploy/json.ts", ["deploy/plan/plan.ts"]],
    ["deploy/drawer.ts", []],
  ]);
  expect(upward(imports)).toEqual([
    "deploy/json.ts imports deploy/plan/plan.ts, which is above it",
    "deploy/drawer.ts stands on no storey of deploy: see tools/stacks.ts",
  ]);
});

test.each([
  ["document/a.ts", "catalogue/b.ts"],
  ["catalogue/a.ts", "clients/b.ts"],
  ["clients/a.ts", "reading/b.ts"],
  ["reading/a.ts", "lint/checks/b.ts"],
  ["lint/a.ts", "rules/b.ts"],
  ["rules/a.ts", "lint/registry.ts"],
  ["lint/registry.ts", "config/b.ts"],
  ["lint/a.ts", "config/settings.ts"],
  ["starters/a.ts", "features/b.ts"],
  ["features/a.ts", "index.ts"],
])("the engine is a stack: %s may not import %s, and the other way round it may", (below, above) => {
  const at = (path: string) => `server/src/engine/${path}`;
  expect(upward(new Map([[at(below), [at(above)]]]))).toEqual([`${at(below)} imports ${at(above)}, which is above it`]);
  expect(upward(new Map([[at(above), [at(below)]]]))).toEqual([]);
});

test("a file of the engine in no layer is told", () => {
  expect(upward(new Map([["server/src/engine/drawer.ts", []]]))).toEqual([
    "server/src/engine/drawer.ts stands on no storey of server/src/engine: see tools/stacks.ts",
  ]);
});

test("a circle is told once, whichever of its files comes first", () => {
  const imports = new Map([
    ["a.ts", ["b.ts"]],
    ["b.ts", ["c.ts"]],
    ["c.ts", ["b.ts"]],
    ["d.ts", ["a.ts", "c.ts"]],
  ]);
  expect(circles(imports)).toEqual(["b.ts -> c.ts -> b.ts"]);
  expect(circles(new Map([["a.ts", ["b.ts"]]]))).toEqual([]);
});
