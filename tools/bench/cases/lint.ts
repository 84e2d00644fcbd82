import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../../test/support/cache.ts";
import { sample } from "../documents.ts";
import { inTurn, once } from "../measure.ts";
import { yamlLibrary } from "../peers.ts";
import { met, milliseconds, type Row, times } from "../table.ts";

/** `lint` of 1,000 mixed files, against a script that parses them and runs a compiled schema, and the YAML server's library. */
export async function lint(before: string | undefined): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "cognito-bench-"));
  try {
    const [json, yaml] = [sample("object", "small").text, sample("stream", "small").text];
    for (let index = 0; index < 500; index++) {
      const below = join(folder, `d${index % 20}`);
      mkdirSync(below, { recursive: true });
      writeFileSync(join(below, `${index}.cognito-client.json`), json.replace(/web-0/g, `web-${index}`));
      writeFileSync(join(below, `${index}.cognito-client.yaml`), yaml.replace(/web-0/g, `web-${index}`));
    }
    const run = (...args: string[]) => {
      return () =>
        once(() => {
          const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
          if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
        });
    };
    const found = await inTurn(7, {
      script: run(join(root, "tools/bench/schema-script.mjs"), root, folder),
      ours: run(join(root, "dist/cli.js"), "lint"),
      ...(existsSync(yamlLibrary) && {
        library: run(join(root, "tools/bench/yaml-library-script.mjs"), root, folder, yamlLibrary),
      }),
      ...(before !== undefined && { before: run(join(before, "dist/cli.js"), "lint") }),
    });
    const [ours, script, library, old] = ["ours", "script", "library", "before"].map((name) => found.get(name));
    if (!ours || !script) return [];
    return [
      {
        what: "lint of 1,000 mixed files",
        target: "≤ 2 × of parse + compiled schema, ≤ the YAML server's library",
        stretch: "1.2 ×",
        ours: `${times(ours, script)}: ${milliseconds(ours)}`,
        met: met(ours.median, Math.min(2 * script.median, library?.median ?? Infinity), 1.2 * script.median),
        base: `script ${milliseconds(script)}`,
        peers: library ? `YAML server's library ${milliseconds(library)}` : "",
        ...(old && { before: milliseconds(old) }),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
