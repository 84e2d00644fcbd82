import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readUrl } from "./url.ts";

/** [text, scheme, host, port, isLoopback] */
const authorities: [string, string | undefined, string | undefined, string | undefined, boolean][] = [
  ["http://localhost", "http", "localhost", undefined, true],
  ["http://localhost:3000/x", "http", "localhost", "3000", true],
  ["HTTP://LocalHost:3000", "http", "localhost", "3000", true],
  ["http://localhost:/x", "http", "localhost", "", true],
  ["http://127.0.0.1:1?x", "http", "127.0.0.1", "1", true],
  ["http://[::1]:1", "http", "[::1]", "1", true],
  ["http://[::1]", "http", "[::1]", undefined, true],
  ["http://user:pw@localhost:3000", "http", "localhost", "3000", true],
  ["http://localhost.com/", "http", "localhost.com", undefined, false],
  ["http://app.localhost", "http", "app.localhost", undefined, false],
  ["http://localhost.", "http", "localhost.", undefined, false],
  ["http://localhost@evil", "http", "evil", undefined, false],
  ["http://localhost:3000@evil", "http", "evil", undefined, false],
  ["http://localhost:3000.evil.com", "http", "localhost:3000.evil.com", undefined, false],
  ["http://evil?@localhost", "http", "evil", undefined, false],
  ["http://evil#@localhost", "http", "evil", undefined, false],
  ["http://evil/@localhost", "http", "evil", undefined, false],
  ["http://localhost\\@evil", "http", "evil", undefined, false],
  ["http://a@b@localhost", "http", "localhost", undefined, true],
  ["http://127.0.0.2", "http", "127.0.0.2", undefined, false],
  ["http://[::2]:1", "http", "[::2]", "1", false],
  ["http:/x", "http", undefined, undefined, false],
  ["http:localhost", "http", undefined, undefined, false],
  ["http:///localhost", "http", undefined, undefined, false],
  ["https://", "https", undefined, undefined, false],
  ["https://:443/x", "https", undefined, "443", false],
  ["//localhost/x", undefined, "localhost", undefined, true],
  ["myapp://callback", "myapp", "callback", undefined, false],
  ["com.example.app:/cb", "com.example.app", undefined, undefined, false],
  ["localhost:3000", "localhost", undefined, undefined, false],
  ["localhost", undefined, undefined, undefined, false],
  ["1http://localhost", undefined, undefined, undefined, false],
  ["://localhost", undefined, undefined, undefined, false],
  [" http://localhost", undefined, undefined, undefined, false],
  ["", undefined, undefined, undefined, false],
  ["a:/x", "a", undefined, undefined, false],
  ["https://@a.example", "https", "a.example", undefined, false],
  ["https://u@a.example", "https", "a.example", undefined, false],
];

describe("readUrl", () => {
  test.each(authorities)("%s", (text, scheme, host, port, isLoopback) => {
    const url = readUrl(text);
    expect([url.scheme, url.host, url.port, url.isLoopback]).toEqual([scheme, host, port, isLoopback]);
  });

  test("tells path, query and fragment apart", () => {
    expect(readUrl("https://a.example/b/c?d=/e?f#g#h?i")).toMatchObject({
      path: "/b/c",
      query: "d=/e?f",
      fragment: "g#h?i",
    });
    expect(readUrl("https://a.example")).toMatchObject({ path: "", query: undefined, fragment: undefined });
    expect(readUrl("https://a.example?#")).toMatchObject({ path: "", query: "", fragment: "" });
    expect(readUrl("https://a.example/%23")).toMatchObject({ path: "/%23", fragment: undefined });
    expect(readUrl("myapp:a/b?c")).toMatchObject({ path: "a/b", query: "c" });
    expect(readUrl("#top")).toMatchObject({ path: "", query: undefined, fragment: "top" });
    expect(readUrl("?x")).toMatchObject({ path: "", query: "x", fragment: undefined });
    expect(readUrl("/callback")).toMatchObject({ scheme: undefined, path: "/callback" });
  });

  test("says where each part stands", () => {
    const text = "HTTPS://me:pw@App.Example:8443/cb?x=1#top";
    const { at } = readUrl(text);
    const cut = Object.fromEntries(
      Object.entries(at).map(([name, span]) => [name, span && text.slice(span.start, span.end)]),
    );
    expect(cut).toEqual({
      scheme: "HTTPS",
      userinfo: "me:pw",
      host: "App.Example",
      port: "8443",
      path: "/cb",
      query: "x=1",
      fragment: "top",
    });
  });

  test("knows user parts", () => {
    expect(readUrl("https://u@a.example").hasUserinfo).toBe(true);
    expect(readUrl("https://@a.example").hasUserinfo).toBe(true);
    expect(readUrl("https://a.example/@u").hasUserinfo).toBe(false);
    expect(readUrl("mailto:a@b").hasUserinfo).toBe(false);
  });

  test("knows custom schemes", () => {
    expect(readUrl("myapp://x").isCustomScheme).toBe(true);
    expect(readUrl("HTTPS://x").isCustomScheme).toBe(false);
    expect(readUrl("http://x").isCustomScheme).toBe(false);
    expect(readUrl("x").isCustomScheme).toBe(false);
  });

  test.each([
    ["localhost:3000", true],
    ["localhost:3000/x", true],
    ["example.com:8080?x", true],
    ["example.com:8080#x", true],
    ["localhost:300000", false],
    ["localhost:", false],
    ["localhost:3000x", false],
    ["myapp:/3000", false],
    ["http://localhost:3000", false],
    ["my+app:3000", false],
  ])("%s is host and port: %s", (text, expected) => {
    expect(readUrl(text).isHostAndPort).toBe(expected);
  });

  test("reads anything, and loses nothing of it", () => {
    const soup = fc.string({ unit: fc.constantFrom(..."htp:/?#@[]%\\.1aé \n😀\ud83d\u0000"), maxLength: 30 });
    fc.assert(
      fc.property(soup, (text) => {
        const { at } = readUrl(text);
        const spans = [at.scheme, at.userinfo, at.host, at.port, at.path, at.query, at.fragment].filter(
          (span) => span !== undefined,
        );
        const between = spans.map((span, index) => text.slice(spans[index - 1]?.end ?? 0, span.start));
        const isInOrder = spans.every((span, i) => (spans[i - 1]?.end ?? 0) <= span.start && span.start <= span.end);
        const delimiters = /^(?::|:?\/\/|:?\/\/:|@|@:|\?|#|)$/;
        return isInOrder && between.every((gap) => delimiters.test(gap)) && spans.at(-1)?.end === text.length;
      }),
    );
  });
});
