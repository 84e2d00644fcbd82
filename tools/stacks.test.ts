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
