import { parseArgs } from "node:util";
import { type Io, UsageError } from "../io.ts";
import { problemText } from "../problem.ts";
import { profileChoice } from "../profile-choice.ts";

/** `cognito-client facts`. @returns 0 printed, 1 not to be had. @throws UsageError */
export async function facts(args: readonly string[], io: Io): Promise<number> {
  const { profile, region, poolId } = options([...args]);
  const choice = profileChoice(profile, io.env);
  const { createDeploy, memoryJournal } = await import("../../deploy/index.ts");
  const deploy = createDeploy({
    env: io.env,
    journal: memoryJournal(),
    mfaCode: async ({ profile: name, device }) => io.ask?.(`MFA code for ${name} (${device}): `),
  });
  const connection = await deploy.connect(choice, { poolId, ...(region === undefined ? {} : { region }) });
  const reading = connection.ok ? await deploy.readFacts(connection.value, poolId) : connection;
  if (!reading.ok) {
    io.err(problemText(reading.problem));
    return 1;
  }
  for (const { action, message } of reading.value.denied) io.err(`Left out, ${action} failed: ${message}\n`);
  io.out(`${JSON.stringify(reading.value.facts, null, 2)}\n`);
  return 0;
}

function options(args: string[]): { profile: string | undefined; region: string | undefined; poolId: string } {
  const { values, positionals } = parse(args);
  const [poolId, ...more] = positionals;
  if (poolId === undefined || more.length > 0)
    throw new UsageError("Name one user pool: cognito-client facts --profile NAME POOL_ID.");
  return { profile: values.profile, region: values.region, poolId };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { profile: { type: "string" }, region: { type: "string" } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split(". To ")[0] ?? "");
  }
}
