import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { met, type Row } from "../table.ts";

/** What is shipped, in KB. */
export function sizes(ours: string, before: string | undefined): Row[] {
  const sizeOf = (checkout: string, file: string) =>
    existsSync(join(checkout, file)) ? statSync(join(checkout, file)).size / 1024 : undefined;
  const cell = (size: number | undefined) => (size === undefined ? "" : `${size.toFixed(0)} KB`);
  const files: readonly (readonly [file: string, target?: number, stretch?: number])[] = [
    ["dist/cognito-app-client.vsix", 950, 800],
    ["dist/server.js"],
    ["dist/language-server.js"],
    ["dist/engine.js"],
    ["dist/extension.js"],
    ["dist/deploy.js"],
    ["dist/command-line.js"],
  ];
  return files.map(([file, target, stretch]) => {
    const size = sizeOf(ours, file);
    return {
      what: `\`${file}\``,
      target: target === undefined ? "" : `≤ ${target} KB`,
      stretch: stretch === undefined ? "" : `${stretch} KB`,
      ours: cell(size),
      ...(size !== undefined && target !== undefined && { met: met(size, target, stretch) }),
      base: "",
      peers: "",
      ...(before !== undefined && { before: cell(sizeOf(before, file)) }),
    };
  });
}
