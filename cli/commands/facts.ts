import { forTerminal } from "../../server/src/sinks.ts";
import { type Command, parseOptions } from "../command.ts";
import { type Io, UsageError } from "../io.ts";
import { problemText } from "../problem.ts";
import { profileChoice } from "../profile-choice.ts";

const options = {
  profile: {
    type: "string",
    value: "NAME",
    help: "profile of the AWS config files (else AWS_PROFILE, else the environment's own keys)",
  },
  region: { type: "string", value: "REGION", help: "only where the pool id gives none" },
} as const;

export const factsCommand: Command = {
  summary: "print what is known of a user pool, for lint --facts",
  usage: "[options] POOL_ID",
  about: `Prints names of a user pool's scopes, identity providers, attributes, app clients, plan and domain as JSON, for
"cognito-client lint --facts FILE". Without secrets. What the profile may not read is left out and told on standard error.`,
  options,
  examples: [
    ["cognito-client facts --profile dev eu-west-1_AbCdEfGhI > pool.json", "asks AWS, once"],
    ["cognito-client lint --facts pool.json", "checks specs against it, without AWS"],
  ],
  exitCodes: { 0: "printed", 1: "not to be had", 2: "bad usage, or output that cannot be written" },
  run: facts,
};

async function facts(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(options, args);
  const { profile, region } = values;
  const [poolId, ...more] = positionals;
  if (poolId === undefined || more.length > 0)
    throw new UsageError("Name one user pool: cognito-client facts --profile NAME POOL_ID.");
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
  for (const { action, message } of reading.value.denied)
    io.err(`Left out, ${action} failed: ${forTerminal(message)}\n`);
  io.out(`${JSON.stringify(reading.value.facts, null, 2)}\n`);
  return 0;
}
