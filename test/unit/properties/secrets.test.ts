import { expect, test } from "vitest";
import { findingsOf } from "../../../cli/findings.ts";
import type { Format } from "../../../cli/formats/format.ts";
import { formats } from "../../../cli/formats/index.ts";
import { parseSpec } from "../../../server/src/engine/document/parse.ts";
import type { Dialect, SpecDocument } from "../../../server/src/engine/document/part.ts";
import { check } from "../../../server/src/engine/features/check.ts";
import { complete } from "../../../server/src/engine/features/completion/complete.ts";
import { hover } from "../../../server/src/engine/features/hover.ts";
import { lenses } from "../../../server/src/engine/features/lens.ts";
import { links } from "../../../server/src/engine/features/links.ts";
import { refactoringsAt } from "../../../server/src/engine/features/refactorings.ts";
import { symbols } from "../../../server/src/engine/features/symbols.ts";
import { namesIn } from "../../../server/src/engine/features/workspace-names.ts";
import type { Settings } from "../../../server/src/engine/lint/settings.ts";

/** Stands nowhere else; each of its pieces of twelve characters is a canary of its own, since messages cut what is long. */
const SECRET = "CaNaRySeC0123456789aBcDeFgHiJk7QwErTy";
const pieces = Array.from({ length: SECRET.length - 11 }, (_, at) => SECRET.slice(at, at + 12).toLowerCase());
const settings: Settings = { preset: "strict", rules: {} };

const originals: readonly (readonly [Dialect, string])[] = [
  ["json", `{"UserPoolId": "eu-west-1_a", "ClientName": "web", "ClientSecret": "${SECRET}", "GenerateSecret": false}`],
  [
    "json",
    `{\n  "ClientName": "web",\n  "ClientSecret": "${SECRET}",\n  "CallbackURLs": ["https://a.example/cb"]\n}\n`,
  ],
  ["jsonc", `{\n  // ours\n  "ClientName": "web",\n  "client_secret": "${SECRET}"\n}\n`],
  ["json", `{"UserPoolClient": {"ClientId": "1", "ClientSecret": "${SECRET}", "CreationDate": 1}}`],
  ["json", `[{"ClientName": "a", "ClientSecret": "${SECRET}"}, {"ClientName": "b"}]`],
  ["yaml", `UserPoolId: eu-west-1_a\nClientName: web\nClientSecret: ${SECRET}\nCallbackURLs: [https://a.example/cb]\n`],
  ["yaml", `ClientName: web\nClientSecret: "${SECRET}"\nExplicitAuthFlows:\n  - ALLOW_USER_SRP_AUTH\n`],
  ["yaml", `ClientName: web\nClientSecret: |\n  ${SECRET}\nGenerateSecret: true\n`],
  ["yaml", `ClientName: a\n---\n{ ClientName: b, ClientSecret: ${SECRET} }\n`],
  ["yaml", `CallbackURLs:\n  - https://user:${SECRET}@a.example/cb\nLogoutURLs: []\n`],
  ["yaml", `AllowedOAuthScopes: [openid, "https://a.example/?client_secret=${SECRET}"]\n`],
];

/** What a slip of the hand puts between, before and behind. */
const strokes = [
  ..."\"'“”`,:;{}[]()<>|&*!#%@=?\\/-~$^+.x0 \t\n",
  "\n\n",
  "//",
  "/*",
  "${",
  "{{",
  "$(",
  ": ",
  "- ",
  '",',
  '": "',
  "http://",
  "ClientName: ",
  "<<<<<<< HEAD\n",
  "\u00a0",
  "\ufeff",
];

/** The text with one slip within twelve characters of the secret, which itself stays whole. */
function* mutants(text: string): Generator<string> {
  const start = text.indexOf(SECRET);
  const end = start + SECRET.length;
  for (let at = Math.max(0, start - 12); at <= Math.min(text.length, end + 2); at++) {
    if (at > start && at < end) continue;
    for (const stroke of strokes) yield text.slice(0, at) + stroke + text.slice(at);
    const isOutside = at < start || at >= end;
    if (isOutside) yield text.slice(0, at) + text.slice(at + 1);
    if (isOutside) yield text.slice(0, at) + text.slice(at + 2 > start && at < start ? start : at + 2);
  }
}

function* said(document: SpecDocument, dialect: Dialect): Generator<unknown> {
  for (const finding of check(document, { settings })) {
    const fixes = finding.fixes?.() ?? [];
    yield [finding.message, finding.data, finding.path, finding.related, fixes.map(({ title }) => title)];
  }
  const files = [{ path: "a", findings: findingsOf(document, { settings }) }];
  const context = { version: "1.0.0", colours: false, keptBack: { error: 0, warning: 0, info: 0, hint: 0 } };
  yield Object.values<Format>(formats).map((format) => format.write(files, context));
  yield [symbols(document), lenses(document), links(document)];
  yield namesIn([{ uri: `file:///a.${dialect}`, languageId: "", text: document.text }]);
  const offset = document.text.indexOf(SECRET) + 3;
  yield hover(document, offset, { settings })?.markdown;
  yield refactoringsAt(document, offset, { settings }).map(({ title }) => title);
  yield complete(document, offset, { settings }).map(({ label, detail, documentation }) => [
    label,
    detail,
    documentation,
  ]);
}

const all = originals.map(([dialect, original]) => ({ dialect, original, texts: [...new Set(mutants(original))] }));

test("there are enough of them", () => {
  expect(all.reduce((sum, { texts }) => sum + texts.length, 0)).toBeGreaterThan(5000);
});

test.each(all)(
  "no output repeats a secret, whatever is wrong with the text around it: $original",
  ({ dialect, texts }) => {
    const leaks: string[] = [];
    for (const text of texts) {
      for (const output of said(parseSpec(text, dialect), dialect)) {
        const words = (JSON.stringify(output) ?? "").toLowerCase();
        const leak = pieces.find((piece) => words.includes(piece));
        if (leak)
          leaks.push(
            `${JSON.stringify(text)}\n  says ${words.slice(Math.max(0, words.indexOf(leak) - 100), words.indexOf(leak) + 60)}`,
          );
      }
    }
    expect(leaks).toEqual([]);
  },
  120_000,
);
