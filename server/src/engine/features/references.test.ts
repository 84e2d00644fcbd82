import { describe, expect, test } from "vitest";
import { cursorAt, marked } from "../../../../test/support/marks.ts";
import { applyEdits } from "../document/edit/edit.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { occurrences, renameSpans } from "./references.ts";

/** The document with a cursor `|` and marks `‹›` around every occurrence; definitions come first. */
function rename(source: string, dialect: Dialect) {
  const { text: withMarks, offset } = cursorAt(source);
  const before = withMarks.slice(0, offset).replace(/[‹›]/g, "").length;
  const { text, spans } = marked(withMarks);
  const document = parseSpec(text, dialect);
  return { text, spans, offset: before, document, found: renameSpans(document, before) };
}

describe("what is renamed together", () => {
  const cases: [string, Dialect, string][] = [
    [
      "a callback and the default",
      "yaml",
      "CallbackURLs:\n  - ‹https://a.exa|mple/cb›\n  - https://b.example\nDefaultRedirectURI: ‹https://a.example/cb›\n",
    ],
    [
      "a callback and the default",
      "json",
      '{ "CallbackURLs": ["‹https://a.example/cb›", "https://b.example"], "DefaultRedirectURI": "‹https://a.exa|mple/cb›" }',
    ],
    [
      "quotes are not renamed",
      "yaml",
      "CallbackURLs: [ '‹https://a.ex|ample›' ]\nDefaultRedirectURI: \"‹https://a.example›\"\n",
    ],
    ["a callback alone", "yaml", "CallbackURLs: [ ‹https://a|.example› ]\nLogoutURLs: [ https://a.example ]\n"],
    [
      "only in its own app client",
      "json",
      '[{ "CallbackURLs": ["https://a.example"] }, { "CallbackURLs": ["‹https://a.ex|ample›"], "DefaultRedirectURI": "‹https://a.example›" }]',
    ],
    [
      "only in its own document",
      "yaml",
      "CallbackURLs: [https://a.example]\n---\nCallbackURLs: [‹https://a.ex|ample›]\nDefaultRedirectURI: ‹https://a.example›\n",
    ],
    ["an anchor and its aliases", "yaml", "CallbackURLs: &‹ur|ls› [https://a.example]\nLogoutURLs: *‹urls›\n"],
    ["an alias and its anchor", "yaml", "CallbackURLs: &‹urls› [https://a.example]\nLogoutURLs: *‹ur|ls›\n"],
    ["an anchor and a merge key", "yaml", "A: &‹ba|se› { ClientName: a, GenerateSecret: true }\nB:\n  <<: *‹base›\n"],
    ["a merge key and its anchor", "yaml", "A: &‹base› { ClientName: a, GenerateSecret: true }\nB:\n  <<: *‹ba|se›\n"],
    ["two merge keys in a list", "yaml", "A: &‹one› { x: 1 }\nB: &two { y: 1 }\nC:\n  <<: [*‹o|ne›, *two]\n"],
    [
      "a callback whose default is an alias of it: once",
      "yaml",
      "CallbackURLs:\n  - &main ‹https://a.ex|ample›\nDefaultRedirectURI: *main\n",
    ],
    [
      "an anchor inside an anchored value",
      "yaml",
      "CallbackURLs: &all\n  - &‹ma|in› https://a.example\nDefaultRedirectURI: *‹main›\nLogoutURLs: *all\n",
    ],
    ["an anchor whose name begins another", "yaml", "A: &‹u› [x]\nB: &url [y]\nC: *‹|u›\nD: *url\n"],
  ];
  test.each(cases)("%s (%s)", (_what, dialect, source) => {
    const { text, spans, found, offset } = rename(source, dialect);
    expect(found, "there is something to rename").toBeDefined();
    const all = [...(found?.all ?? [])].sort((a, b) => a.start - b.start);
    expect(all.map(({ start, end }) => text.slice(start, end))).toEqual(spans.map((s) => text.slice(s.start, s.end)));
    expect(all).toEqual(spans);
    expect(found?.at.start).toBeLessThanOrEqual(offset);
    expect(found?.at.end).toBeGreaterThanOrEqual(offset);
  });

  test.each(cases)("%s (%s): the edit leaves a document that renames back", (_what, dialect, source) => {
    const { text, found, document } = rename(source, dialect);
    if (!found) throw new Error("nothing to rename");
    const old = text.slice(found.at.start, found.at.end);
    const name = old.startsWith("https:") ? "https://new.example/x" : "renamed";
    const renamed = applyEdits(
      text,
      found.all.map((span) => ({ span, newText: name })),
    );
    const again = parseSpec(renamed, dialect);
    expect(again.units.map(({ part }) => part.problems)).toEqual(document.units.map(({ part }) => part.problems));
    const back = renameSpans(again, Math.min(...found.all.map(({ start }) => start)));
    expect(
      back &&
        applyEdits(
          renamed,
          back.all.map((span) => ({ span, newText: old })),
        ),
    ).toBe(text);
  });
});

test.each<[string, Dialect, string]>([
  ["a member name", "yaml", "Callback|URLs: [https://a.example]\n"],
  ["another URL list", "yaml", "LogoutURLs: [https://a.|example]\n"],
  ["a comment", "yaml", "CallbackURLs: [https://a.example] # no|te\n"],
  ["an empty file", "yaml", "|"],
  ["a half-typed value", "json", '{ "DefaultRedirectURI": | }'],
  ["a text that is no spec", "json", "4|2"],
])("nothing to rename on %s (%s)", (_what, dialect, source) => {
  const { document, offset, found } = rename(source, dialect);
  expect(occurrences(document, offset)).toEqual([]);
  expect(found).toBeUndefined();
});

test("definitions come before uses", () => {
  const { text, offset } = cursorAt("DefaultRedirectURI: https://a.|example\nCallbackURLs: [https://a.example]\n");
  expect(occurrences(parseSpec(text, "yaml"), offset).map(({ role }) => role)).toEqual(["definition", "use"]);
});
