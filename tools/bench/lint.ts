import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { texts } from "./documents.ts";
import { middle } from "./measure.ts";

/** Lint of 1,000 mixed files from the command line against a script that parses them and runs a compiled schema; start included. */
export function lintRatio(root: string): { ours: number; script: number } {
  const folder = mkdtempSync(join(tmpdir(), "cognito-bench-"));
  try {
    const { json, yaml } = texts(30);
    for (let index = 0; index < 500; index++) {
      const below = join(folder, `d${index % 20}`);
      mkdirSync(below, { recursive: true });
      writeFileSync(join(below, `${index}.cognito-client.json`), json.replace(/web-0/g, `web-${index}`));
      writeFileSync(join(below, `${index}.cognito-client.yaml`), yaml.replace(/web-0/g, `web-${index}`));
    }
    const run = (args: string[]) => {
      const times = [];
      for (let turn = 0; turn < 5; turn++) {
        const start = performance.now();
        const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
        if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
        times.push(performance.now() - start);
      }
      return middle(times);
    };
    return {
      script: run([join(root, "tools/bench/schema-script.mjs"), root, folder]),
      ours: run([join(root, "dist/cli.js"), "lint"]),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
