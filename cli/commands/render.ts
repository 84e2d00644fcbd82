import { mergedRequest } from "../../server/src/engine/index.ts";
import { forPrograms } from "../../server/src/sinks.ts";
import { type Command, parseOptions } from "../command.ts";
import { type Io, UsageError } from "../io.ts";
import { environmentOption } from "../planning/options.ts";
import { targetsOfAll } from "../planning/plan-all.ts";

const options = environmentOption;

export const renderCommand: Command = {
  summary: "print the complete create input of one environment, offline",
  usage: "--env NAME FILE[#NAME]",
  about: `Lays what an environment sets over the spec and prints the request as JSON, for
"aws cognito-idp create-user-pool-client --cli-input-json". It asks nobody and writes nothing.`,
  options,
  examples: [["cognito-client render --env prod web.cognito-client.yaml > web-prod.json", "the request for prod"]],
  exitCodes: {
    0: "printed",
    1: "it holds a client secret, which is not printed",
    2: "bad usage, a file that cannot be read, or output that cannot be written",
  },
  run: render,
};

async function render(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(options, args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError("Name one file: cognito-client render --env NAME FILE.");
  if (values.env === undefined) throw new UsageError("Say which environment: --env NAME.");
  const [target, another] = await targetsOfAll([file], values.env, io);
  if (!target?.environment || another)
    throw new UsageError(`${file} holds several app clients. Say which one: ${file}#NAME.`);
  const { client, environment, link = {}, clientId } = target;
  const request = mergedRequest(client, environment, link);
  if (request["ClientSecret"] !== undefined) {
    io.err(`${target.file} holds a ClientSecret, which is not printed. "cognito-client apply" sends it.\n`);
    return 1;
  }
  if (clientId !== undefined)
    io.err(
      `${environment.name} has this app client already (${clientId}): this is the input that would make another one. To update it: cognito-client apply --env ${environment.name} ${target.file}\n`,
    );
  io.out(`${forPrograms(JSON.stringify(request, null, 2))}\n`);
  return 0;
}
