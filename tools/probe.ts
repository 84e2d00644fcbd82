/**
 * `npm run probe -- --profile NAME [--region REGION]`: asks a real account what docs/what-aws-does.md does not know.
 *
 * It makes two user pools, works in nothing else, and deletes them. It asks first, and never runs in CI.
 */
import { parseArgs } from "node:util";
import { harmless } from "./probe/harmless.ts";

const usage = "npm run probe -- --profile NAME [--region REGION]";

function options(): { profile: string; region: string | undefined } | undefined {
  try {
    const { values } = parseArgs({ options: { profile: { type: "string" }, region: { type: "string" } } });
    return values.profile === undefined ? undefined : { profile: values.profile, region: values.region };
  } catch {
    return undefined;
  }
}

async function main(): Promise<number> {
  if (process.env["CI"]) {
    console.error("The probe writes to a real account, so it does not run in CI.");
    return 1;
  }
  const given = options();
  if (!given) {
    console.error(`Usage: ${usage}`);
    return 2;
  }
  const { run } = await import("./probe/run.ts");
  return run(given.profile, given.region);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(harmless(error instanceof Error ? `${error.name}: ${error.message}` : String(error)));
  process.exitCode = 1;
}
