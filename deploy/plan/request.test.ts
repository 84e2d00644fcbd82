import { describe, expect, test } from "vitest";
import { clientsIn } from "../../server/src/engine/clients/clients-in.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { Dialect } from "../../server/src/engine/document/part.ts";
import { toRequest } from "./request.ts";

function requestOf(text: string, dialect: Dialect) {
  const [client] = clientsIn(parseSpec(text, dialect));
  return client && toRequest(client);
}

/** `‹›` marks what cannot be sent. */
function marked(source: string): { text: string; start: number; end: number } {
  const start = source.indexOf("‹");
  const end = source.indexOf("›") - 1;
  return { text: source.replace(/[‹›]/g, ""), start, end };
}

describe("a spec becomes the request that it describes", () => {
  const same = {
    UserPoolId: "eu-west-1_AbC",
    ClientName: "web",
    AccessTokenValidity: 30,
    CallbackURLs: ["https://a"],
    RefreshTokenRotation: { Feature: "ENABLED" },
  };
  test.each<[Dialect, string]>([
    ["json", JSON.stringify(same)],
    ["jsonc", `{ // web\n${JSON.stringify(same).slice(1)}`],
    [
      "yaml",
      "UserPoolId: eu-west-1_AbC\nClientName: web\nAccessTokenValidity: 30\nCallbackURLs:\n  - https://a\nRefreshTokenRotation: {Feature: ENABLED}\n",
    ],
    [
      "yaml",
      "UserPoolId: eu-west-1_AbC\nClientName: &n web\nAccessTokenValidity: 30\nCallbackURLs: [https://a]\nRefreshTokenRotation: &r\n  Feature: ENABLED\n",
    ],
    ["json", JSON.stringify({ UserPoolClient: same })],
  ])("%s %#", (dialect, text) => {
    expect(requestOf(text, dialect)).toEqual({ request: same, unsendable: [] });
  });

  test("in the spec's own order", () => {
    const plain = requestOf('{"ClientName":"web","UserPoolId":"eu-west-1_AbC"}', "json");
    expect(Object.keys(plain?.request ?? {})).toEqual(["ClientName", "UserPoolId"]);
  });

  test("__proto__ stays a member", () => {
    const plain = requestOf('{"__proto__": {"GenerateSecret": true}, "ClientName": "web"}', "json");
    expect(Object.keys(plain?.request ?? {})).toEqual(["__proto__", "ClientName"]);
    expect(plain?.request["GenerateSecret"]).toBeUndefined();
  });

  test.each<[Dialect, string]>([
    ["json", ""],
    ["json", "[]"],
    ["yaml", "# nothing\n"],
    ["yaml", "just words\n"],
  ])("%s %j is none", (dialect, text) => {
    expect(requestOf(text, dialect)).toBeUndefined();
  });
});

describe("what cannot be sent is named with its place", () => {
  test.each<[Dialect, string, string, string]>([
    ["json", '{"ClientName": ‹"web-${STAGE}"›}', "ClientName", 'the placeholder "web-${STAGE}"'],
    ["json", '{"CallbackURLs": ["https://a", ‹{"Ref": "Url"}›]}', "CallbackURLs.1", "a CloudFormation function"],
    [
      "yaml",
      "CallbackURLs:\n  - !Sub ‹https://${Domain}/cb›\n",
      "CallbackURLs.0",
      "a value with a tag of another tool",
    ],
    ["yaml", "ClientName: ‹›\nUserPoolId: eu-west-1_AbC\n", "ClientName", "nothing at all"],
    ["json", '{"ClientSecret": ‹"${SECRET}"›}', "ClientSecret", "a placeholder"],
  ])("%s %s", (dialect, source, path, what) => {
    const { text, start, end } = marked(source);
    const [first] = requestOf(text, dialect)?.unsendable ?? [];
    expect(first).toMatchObject({
      path: path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
      what,
    });
    if (start < end) expect(text.slice(first?.span.start, first?.span.end)).toBe(text.slice(start, end));
  });
});
