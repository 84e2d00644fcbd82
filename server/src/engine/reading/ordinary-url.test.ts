import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSpec } from "../document/parse.ts";
import { check } from "../features/check.ts";
import { lookAlikes } from "../lint/secret-text.ts";
import { isOrdinary } from "./url.ts";

/** Pieces of which everything that a rule about URLs speaks of can be made, and everyday ones. */
const piece = fc.constantFrom(
  ..."https:// http:// https: https // / . : :3000 ? # @ * , ; | % %20 ~ - _ + [object undefined null localhost 127.0.0.1 [::1]".split(
    " ",
  ),
  ..."app a b1 example example.com www.example.org example.dev app.example.com .com callback Callback javascript: htps:// http:s//".split(
    " ",
  ),
);
const ending = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
const text = fc.oneof(
  ending,
  ending.map((rest) => `https://${rest}`),
  ending.map((rest) => `https://app.example.com${rest}`),
);

/** The rules that look at one URL alone. */
const single =
  /^(?:wildcard-url|impossible-url|example-domain-url|dangerous-scheme|url-fragment|credentials-in-url|url-missing-scheme|url-http-not-loopback|loopback-url|custom-scheme-url|redirect-url-format)$/;

const context = { settings: { preset: "strict", rules: {} } } as const;
/** An app client that no type can be told of, so that no advice is kept back. */
const findingsOf = (url: string) =>
  check(parseSpec(JSON.stringify({ CallbackURLs: [url], LogoutURLs: [url] }), "json"), context).filter(({ rule }) =>
    single.test(rule.id),
  );

test("no rule that looks at one URL alone has anything to say of an everyday address", () => {
  let ordinary = 0;
  fc.assert(
    fc.property(text, (url) => {
      if (!isOrdinary(url)) return;
      ordinary++;
      // The rules skip such addresses, so they are asked of one that only its capital letter makes them look at.
      const looked = url.replace("https", "Https");
      expect(isOrdinary(looked)).toBe(false);
      expect(findingsOf(looked).map(({ message }) => message)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(ordinary).toBeGreaterThan(30);
});

test("near duplicates are told among everyday addresses as among others", () => {
  const variant = fc.constantFrom(
    "https://a.example.dev",
    "https://a.example.dev/",
    "https://A.example.dev",
    "https://a.example.dev:/",
    "https://a.example.dev/x",
    "https://a.example.dev?",
  );
  const told = (urls: readonly string[]) =>
    check(parseSpec(JSON.stringify({ CallbackURLs: urls }), "json"), context)
      .filter(({ rule }) => rule.id === "near-duplicate-url")
      .map(({ path }) => path.join("/"));
  fc.assert(
    fc.property(fc.array(variant, { maxLength: 6 }), (urls) => {
      // A user before the host keeps an address from being an everyday one, and changes nothing in how two compare.
      const others = urls.map((url) => url.replace("://", "://u@"));
      expect(told(urls)).toEqual(told(others));
    }),
  );
});

test("words that look like secrets are found however they stand", () => {
  const word = fc.string({ unit: fc.constantFrom(..."ab1+_9 -."), maxLength: 160 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (words) => {
      const joined = words.join("");
      const expected = [...joined.matchAll(/[\w+]+/g)]
        .filter(([run]) => run.length >= 24 && run.length <= 128)
        .filter(([run]) => /\d.*\d/.test(run) && (run.match(/\D/g)?.length ?? 0) > 2)
        .map(({ 0: run, index }) => ({ start: index, end: index + run.length }));
      expect([...lookAlikes(joined)]).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
