import { oneOf, parseOptions } from "../command.ts";
import { UsageError } from "../io.ts";
import type { IfExists } from "./create-existing.ts";

export const optionsOfCreate = {
  profile: {
    type: "string",
    value: "NAME",
    help: "profile of the AWS config files (else AWS_PROFILE, else the environment's own keys)",
  },
  region: { type: "string", value: "REGION", help: "only where the pool id gives none" },
  pool: { type: "string", value: "POOL_ID", help: "user pool for specs without UserPoolId" },
  "dry-run": { type: "boolean", help: "show the plan and end" },
  "if-missing": { type: "boolean", help: "pass over those whose name the pool has already" },
  "fail-if-exists": { type: "boolean", help: "send nothing when the pool has one of the names already" },
  yes: { type: "boolean", help: "do not ask (needed where there is no terminal)" },
  confirm: {
    type: "string",
    value: "ENV",
    multiple: true,
    help: "name of a protected environment whose pool it is, which --yes alone does not open",
  },
  output: { type: "string", value: "text|json", help: "what is printed (text)" },
  "show-secret": { type: "boolean", help: "print a client secret that AWS returns" },
} as const;

export interface CreateOptions {
  readonly files: readonly string[];
  readonly profile: string | undefined;
  readonly region: string | undefined;
  readonly poolId: string | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
  /** Names of environments that were typed. */
  readonly confirmed: readonly string[];
  readonly json: boolean;
  readonly showSecret: boolean;
  readonly ifExists: IfExists;
}

/** @throws UsageError */
export function createOptions(args: readonly string[]): CreateOptions {
  const { values, positionals } = parseOptions(optionsOfCreate, args);
  if (positionals.length === 0) throw new UsageError("Name at least one file to create.");
  const [skips, fails] = [values["if-missing"] ?? false, values["fail-if-exists"] ?? false];
  if (skips && fails) throw new UsageError("--if-missing and --fail-if-exists say two things: choose one.");
  const output = oneOf("--output", values.output ?? "text", ["text", "json"]);
  return {
    files: positionals,
    profile: values.profile,
    region: values.region,
    poolId: values.pool,
    dryRun: values["dry-run"] ?? false,
    yes: values.yes ?? false,
    confirmed: values.confirm ?? [],
    json: output === "json",
    showSecret: values["show-secret"] ?? false,
    ifExists: skips ? "skip" : fails ? "fail" : "create another",
  };
}
