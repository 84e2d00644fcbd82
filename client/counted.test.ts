import { globSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";

// What VS Code does where there is no translation.
vi.mock("vscode", () => ({
  l10n: { t: (text: string, ...given: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(given[at])) },
}));
const { counted } = await import("./counted.ts");
const { checkedText } = await import("./folder/checked-text.ts");

test("one of each has no s", () => {
  expect(Object.values(counted).map((of) => of(1))).toEqual([
    "1 file",
    "1 error",
    "1 warning",
    "1 other problem",
    "1 difference",
    "1 app client",
  ]);
  for (const of of Object.values(counted)) for (const many of [0, 2]) expect(of(many)).toMatch(/^[02] .*s$/);
});

test.each([
  [{ files: 0 }, "No spec, and no template with an app client, was found."],
  [{ files: 1 }, "1 file checked: no problems."],
  [{ files: 1, withFindings: 1, errors: 1 }, "1 file checked: 1 error."],
  [
    { files: 9, withFindings: 2, errors: 2, warnings: 1, others: 1 },
    "9 files checked: 2 errors, 1 warning, 1 other problem, in 2 of them.",
  ],
])("a check of a folder: %j", (some, text) => {
  const none = { files: 0, withFindings: 0, errors: 0, warnings: 0, others: 0 };
  expect(checkedText({ ...none, ...some }, { cancelled: false, full: false })).toBe(text);
});

/** Sentences about several, that are used only where there are several. */
const several = [
  "Create {0} app clients?",
  "Create {0} app clients",
  "Create another {0} app clients…",
  "Create {0} app clients…",
  "Creating {0} app clients",
  "Created {0} app clients. The result beside has their ids and secrets until you close it.",
  "Created {0} of {1} app clients. The result beside says what became of each.",
  "Imported {0} of {1} app clients.",
  "{0} compared with AWS, {1}: {2} of {3} app clients looked at.",
  "{0} has {1} errors. Fix them first; Problems says how. Nothing was sent.",
  "{0} problems are fixed.",
  "Cognito: {0} pools",
  "Client secret copied. It leaves the clipboard in {0} seconds.",
];

test("no other text of the extension counts by a letter", () => {
  const texts = globSync("client/**/*.ts", { exclude: ["**/*.test.ts", "client/counted.ts"] }).flatMap((file) =>
    Array.from(
      readFileSync(file, "utf8").matchAll(/"([^"\n]*\{\d\} (?:[a-z]+ )?[a-z]+s\b[^"\n]*)"/g),
      ([, text = ""]) => text,
    ),
  );
  const nouns =
    /\{\d\} (?:other |app )?(?:files|errors|warnings|problems|differences|clients|pools|secrets|seconds|findings|specs|changes)\b/;
  expect(new Set(texts.filter((text) => nouns.test(text)))).toEqual(new Set(several));
});
