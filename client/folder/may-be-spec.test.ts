import { expect, test } from "vitest";
import { mayBeSpec } from "./may-be-spec.ts";

test.each([
  ['{"ClientName": "web"}', true],
  ['[\n  {\n    "CallbackURLs": []\n  }\n]', true],
  ["- ClientName: web\n", true],
  ["ClientName: web\nUserPoolId: x\n", true],
  ["'ExplicitAuthFlows': []\n", true],
  ["name: web\nclient: ClientName\n", false],
  ["# ClientName: web\n", false],
  ['{"name": "ClientName: x"}', false],
  ["", false],
])("%j: %s", (text, expected) => expect(mayBeSpec(text)).toBe(expected));

test("a huge file is not looked into", () => expect(mayBeSpec(`ClientName: web\n${" ".repeat(200_000)}`)).toBe(false));
