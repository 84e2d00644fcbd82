import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "./json.ts";
import { canonical, sameJson } from "./json.ts";
import { digestOf } from "./plan/digest.ts";
import { repeatsSecret, secretNotShown, withoutSecret } from "./secrets.ts";

test("the order of members does not count, the order of lists does", () => {
  expect(canonical({ b: 1, a: [2, { d: null, c: "x" }] })).toBe('{"a":[2,{"c":"x","d":null}],"b":1}');
  expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson(undefined, null)).toBe(false);
});

test("equal values have equal digests, others have not", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same = canonical(a as Json) === canonical(b as Json);
      expect(digestOf(a as Json) === digestOf(b as Json)).toBe(same);
      expect(JSON.parse(canonical(a as Json))).toEqual(JSON.parse(JSON.stringify(a)));
    }),
  );
});

test.each(["ClientSecret", "clientSecret", "client_secret", "Client-Secret", "CLIENTSECRET"])(
  "%s is replaced where it stands",
  (name) => {
    expect(Object.entries(withoutSecret({ a: 1, [name]: "s3cret", b: 2 }))).toEqual([
      ["a", 1],
      [name, secretNotShown],
      ["b", 2],
    ]);
  },
);

test("the digest of a request does not depend on its secret", () => {
  const digest = (ClientSecret: string) => digestOf(withoutSecret({ ClientName: "web", ClientSecret }));
  expect(digest("one")).toBe(digest("two"));
});

test.each([
  ["Value 's3cret' at", { ClientSecret: "s3cret" }, true],
  ["Value 's3cret' at", { ClientSecret: ["s3cret"] }, true],
  ["Value 's3cret' at", { ClientName: "s3cret" }, false],
  ["nothing", { ClientSecret: "" }, false],
  ["nothing", undefined, false],
])("%s repeats the secret of %j: %s", (text, request, expected) => {
  expect(repeatsSecret(text, request)).toBe(expected);
});
