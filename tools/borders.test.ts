import { expect, test } from "vitest";
import { crossings } from "./borders.ts";

test("The engine imports its own files and the two parsers, nothing else", () => {
  const text =
    'import { a } from "./a.ts";\nimport { parseDocument } from "yaml";\nimport { readFileSync } from "node:fs";\n';
  expect(crossings("server/src/engine/document/yaml.ts", text)).toEqual([
    "server/src/engine/document/yaml.ts imports node:fs, which server/src/engine may not",
  ]);
});

test("The engine does not reach into the language server, not even for types", () => {
  expect(crossings("server/src/engine/x.ts", 'import type { A } from "../lsp/a.ts";')).toHaveLength(1);
});

test("The language server holds no AWS code", () => {
  expect(crossings("server/src/lsp/x.ts", 'import { plan } from "../../../deploy/index.ts";')).toHaveLength(1);
  expect(crossings("server/src/main.node.ts", 'import { S } from "@aws-sdk/client-sts";')).toHaveLength(1);
});

test("The extension and the command line load the AWS side lazily", () => {
  const at = "client/commands/create.ts";
  expect(crossings(at, 'import type { Plan } from "../../deploy/index.ts";')).toEqual([]);
  expect(crossings(at, 'const deploy = await import("../../deploy/index.ts");')).toEqual([]);
  expect(crossings(at, 'import { plan } from "../../deploy/index.ts";')).toEqual([
    "client/commands/create.ts imports ../../deploy/index.ts at once; load it lazily, by import()",
  ]);
});

test("The message names import nothing", () => {
  expect(crossings("server/src/protocol.ts", 'import { a } from "./engine/a.ts";')).toHaveLength(1);
});

test.each(["server/src/lsp/x.ts", "server/src/main.node.ts", "cli/x.ts", "deploy/plan/x.ts"])(
  "%s imports the engine's face and nothing deeper, not even for types",
  (at) => {
    const up = "../".repeat(at.split("/").length - 1);
    const from = (file: string) => `import type { A } from "${up}server/src/engine/${file}";`;
    expect(crossings(at, from("index.ts"))).toEqual([]);
    expect(crossings(at, from("lint/rule.ts"))).toEqual([
      `${at} imports ${up}server/src/engine/lint/rule.ts: the engine's one face is server/src/engine/index.ts`,
    ]);
  },
);
