import { parseArgs } from "node:util";
import { UsageError } from "../io.ts";

export interface CreateOptions {
  readonly files: readonly string[];
  readonly profile: string | undefined;
  readonly region: string | undefined;
  readonly poolId: string | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  readonly showSecret: boolean;
}

/** @throws UsageError */
export function createOptions(args: readonly string[]): CreateOptions {
  const { values, positionals } = parse([...args]);
  if (positionals.length === 0) throw new UsageError("Name at least one file to create.");
  const output = values.output ?? "text";
  if (output !== "text" && output !== "json") throw new UsageError(`--output is one of text, json, not "${output}".`);
  return {
    files: positionals,
    profile: values.profile,
    region: values.region,
    poolId: values.pool,
    dryRun: values["dry-run"] ?? false,
    yes: values.yes ?? false,
    json: output === "json",
    showSecret: values["show-secret"] ?? false,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        profile: { type: "string" },
        region: { type: "string" },
        pool: { type: "string" },
        "dry-run": { type: "boolean" },
        yes: { type: "boolean" },
        output: { type: "string" },
        "show-secret": { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split(". To ")[0] ?? "");
  }
}
