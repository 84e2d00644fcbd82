import { describe, expect, test } from "vitest";
import { commentsOf } from "../document/comments.ts";
import { sameValue } from "../document/edit/edit.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { plainOf } from "../document/plain.ts";
import { convert } from "./convert.ts";

const pairs: readonly (readonly [Dialect, string, Dialect, string])[] = [
  [
    "json",
    '{"ClientName":"a","GenerateSecret":true,"AllowedOAuthFlows":["code"]}',
    "yaml",
    "ClientName: a\nGenerateSecret: true\nAllowedOAuthFlows:\n  - code\n",
  ],
  [
    "yaml",
    "ClientName: a\nAllowedOAuthFlows:\n  - code\n  - implicit\nTokenValidityUnits:\n  AccessToken: hours\n",
    "json",
    '{\n  "ClientName": "a",\n  "AllowedOAuthFlows": ["code", "implicit"],\n  "TokenValidityUnits": {\n    "AccessToken": "hours"\n  }\n}\n',
  ],
  [
    "yaml",
    "# head\nClientName: a # name\n# flows\nAllowedOAuthFlows:\n  # the one\n  - code # safe\n# end\n",
    "jsonc",
    '// head\n{\n  "ClientName": "a", // name\n  // flows\n  "AllowedOAuthFlows": [\n    // the one\n    "code" // safe\n  ]\n}\n// end\n',
  ],
  [
    "jsonc",
    '{\n  // who\n  "ClientName": "a", // name\n  /* flows */\n  "AllowedOAuthFlows": ["code"] // last\n}\n',
    "yaml",
    "# who\nClientName: a # name\n# flows\nAllowedOAuthFlows:\n  - code # last\n",
  ],
  [
    "yaml",
    "ClientName: a\n---\nClientName: b\n",
    "json",
    '[\n  {\n    "ClientName": "a"\n  },\n  {\n    "ClientName": "b"\n  }\n]\n',
  ],
  ["json", '[{"ClientName":"a"},{"ClientName":"b"}]', "yaml", "ClientName: a\n---\nClientName: b\n"],
  [
    "yaml",
    "CallbackURLs: &u\n  - https://a.example\nLogoutURLs: *u\nUserPoolId: !Ref Pool\nClientName: ${Stage}-web\n",
    "json",
    '{\n  "CallbackURLs": ["https://a.example"],\n  "LogoutURLs": ["https://a.example"],\n  "UserPoolId": { "Ref": "Pool" },\n  "ClientName": "${Stage}-web"\n}\n',
  ],
  [
    "json",
    '{"CallbackURLs":[],"TokenValidityUnits":{},"ClientName":"yes: no","UserPoolId":{"Fn::ImportValue":"p"}}',
    "yaml",
    'CallbackURLs: []\nTokenValidityUnits: {}\nClientName: "yes: no"\nUserPoolId: {"Fn::ImportValue":"p"}\n',
  ],
];

describe("writes the other syntax", () => {
  test.each(pairs)("%s %j", (from, before, to, after) => {
    const converted = convert(parseSpec(before, from));
    expect(converted?.text).toBe(after);
    expect(converted?.dialect).toBe(to);
  });

  test.each(pairs)("and back, with the same values and comments: %s %j", (from, before) => {
    const there = convert(parseSpec(before, from));
    const back = there && convert(parseSpec(there.text, there.dialect));
    const first = parseSpec(before, from);
    const last = parseSpec(back?.text ?? "", from);
    first.units.forEach(({ part }, index) => {
      const other = last.units[index]?.part;
      expect(other && commentsOf(other).map(({ text }) => text)).toEqual(commentsOf(part).map(({ text }) => text));
      const value = plainOf(part.root);
      if (value !== undefined) expect(sameValue(value, plainOf(other?.root))).toBe(true);
    });
  });
});

test("a document with a syntax error is not converted: nothing may get lost", () => {
  expect(convert(parseSpec('{"ClientName": }', "json"))).toBeUndefined();
  expect(convert(parseSpec("ClientName: a\nCall", "yaml"))).toBeUndefined();
});
