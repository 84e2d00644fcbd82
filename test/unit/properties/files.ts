import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../../cli/decode.ts";
import type { Dialect } from "../../../server/src/engine/document/part.ts";
import { starterText } from "../../../server/src/engine/starters/starter-text.ts";
import { starters } from "../../../server/src/engine/starters/starters.ts";

export interface WrittenFile {
  readonly path: string;
  readonly dialect: Dialect;
  readonly text: string;
}

const root = join(import.meta.dirname, "../../..");

/** The repository's own specs: the corpus, the examples and the starters that snippets are made from. */
export function writtenFiles(): WrittenFile[] {
  const read = ["test/corpus", "examples"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(?:jsonc?|ya?ml)$/.test(path))
      .sort()
      .map((path) => ({
        path: `${folder}/${path}`,
        dialect: dialectOf(path),
        text: decode(readFileSync(join(root, folder, path))).text,
      })),
  );
  const snippets = starters.flatMap((starter) =>
    (["json", "yaml"] as const).map((dialect) => ({
      path: `${starter.prefix} in ${dialect}`,
      dialect,
      text: starterText(starter.members, dialect),
    })),
  );
  return [...read, ...snippets];
}

function dialectOf(path: string): Dialect {
  if (path.endsWith(".jsonc")) return "jsonc";
  return path.endsWith(".json") ? "json" : "yaml";
}
