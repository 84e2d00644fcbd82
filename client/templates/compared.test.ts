import { expect, test } from "vitest";
import { differences } from "../../deploy/pool/compare.ts";
import { compared } from "./compared.ts";

const live = {
  settings: { ClientName: "stack-web", AccessTokenValidity: 30, CallbackURLs: ["https://live.test/"] },
  hasSecret: true,
};
const elsewhere = [{ name: "CallbackURLs", by: "!Sub Name" }];

test("what replaces the app client comes first, and what the deploy decides is no difference", () => {
  const { asked, found, replaces, count } = compared(
    {
      logicalId: "Web",
      pool: "Pool",
      members: { UserPoolId: "eu-west-1_aaaaaaaaa", AccessTokenValidity: 60 },
      elsewhere,
    },
    live,
    "eu-west-1_bbbbbbbbb",
    differences,
  );
  expect(replaces).toEqual(["GenerateSecret", "UserPoolId"]);
  expect(Object.keys(JSON.parse(asked)).slice(0, 2)).toEqual(["GenerateSecret", "UserPoolId"]);
  expect(JSON.parse(asked)).toMatchObject({ GenerateSecret: false, CallbackURLs: "set by !Sub Name" });
  expect(JSON.parse(found)).toMatchObject({
    GenerateSecret: true,
    UserPoolId: "eu-west-1_bbbbbbbbb",
    CallbackURLs: "set by !Sub Name",
  });
  expect(count).toBe(3);
});

test("a name that CloudFormation makes up, and a secret that a parameter decides, are no differences", () => {
  const { replaces, count } = compared(
    {
      logicalId: "Web",
      pool: "Pool",
      members: { AccessTokenValidity: 30 },
      elsewhere: [...elsewhere, { name: "GenerateSecret", by: "!If IsProd" }],
    },
    live,
    "eu-west-1_bbbbbbbbb",
    differences,
  );
  expect(replaces).toEqual([]);
  expect(count).toBe(0);
});
