import { expect, test } from "vitest";
import { calledOtherwise, guardOf, nameToType } from "../../server/src/guard.ts";

const dev = { name: "dev", pool: "eu-west-1_Dev" };
const bare = { name: "bare" };
const prod = { name: "prod", pool: "eu-west-1_Prod", protected: true };
const shared = { name: "shared", pool: "eu-west-1_Prod", protected: false };
const all = [dev, bare, shared, prod];

test.each([
  ["nothing is meant, and the pool is nobody's", "eu-west-1_Other", undefined, undefined],
  ["nothing is meant: whose pool it is", "eu-west-1_Dev", undefined, "dev"],
  ["nothing is meant, and two have the pool: the protected one", "eu-west-1_Prod", undefined, "prod"],
  ["what is meant says its pool", "eu-west-1_Prod", shared, "shared"],
  ["what is meant says no pool, and the pool is a protected one's", "eu-west-1_Prod", bare, "prod"],
  ["what is meant says no pool, and no other protects it", "eu-west-1_Dev", bare, "bare"],
])("%s", (_what, poolId, meant, expected) => {
  expect(guardOf<{ name: string; pool?: string; protected?: boolean }>(all, poolId, meant)?.name).toBe(expected);
});

const was = (environment: string, guarded: boolean) => ({ environment, protected: guarded });
test.each([
  ["never written before", undefined, { name: "dev" }, undefined, undefined],
  ["as it was", was("prod", true), { name: "prod", protected: true }, undefined, "prod"],
  ["protected since", was("prod", false), { name: "prod", protected: true }, undefined, "prod"],
  ["no longer protected", was("prod", true), { name: "prod", protected: false }, "unprotected", "prod"],
  ["prod passes for dev", was("prod", true), { name: "dev" }, "another", "prod"],
  ["in no file any more", was("prod", true), undefined, "none", "prod"],
  ["renamed, and never protected", was("test", false), { name: "dev" }, "another", undefined],
])("%s", (_what, before, now, otherwise, typed) => {
  expect([calledOtherwise(before, now), nameToType(before, now)]).toEqual([otherwise, typed]);
});
