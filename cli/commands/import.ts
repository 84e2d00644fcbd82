import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Connection, Environment, Live, Problem } from "../../deploy/index.ts";
import type { PoolFacts } from "../../server/src/engine/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import { type Command, oneOf, parseOptions } from "../command.ts";
import { interruptible } from "../interrupt.ts";
import { type Io, UsageError } from "../io.ts";
import { exitCodeOf, type Result } from "../planning/exit-code.ts";
import { profileOption } from "../planning/options.ts";
import { assertedOf } from "../planning/plan-target.ts";
import { openWorkbench, type Workbench } from "../planning/workbench.ts";
import { newEnvironmentsFile, writeLink } from "../planning/write-link.ts";
import { problemText } from "../problem.ts";
import { EnvironmentsFiles, type FoundEnvironments, tellEnvironmentsProblems } from "../targets/environments-files.ts";
import { TargetError } from "../targets/target.ts";

const syntaxes = ["yaml", "json"] as const;

const options = {
  ...profileOption,
  pool: { type: "string", value: "ID", help: "user pool to import from" },
  "client-id": { type: "string", value: "ID", multiple: true, help: "app client to import; may be repeated" },
  all: { type: "boolean", help: "all app clients of the pool that no environments file links" },
  out: { type: "string", value: "DIR", help: "folder to write into, made if absent (the current one)" },
  as: { type: "string", value: syntaxes.join("|"), help: "what is written (yaml)" },
  link: { type: "string", value: "ENV", help: "write the ids into the environments file, as this environment" },
} as const;

export const importCommand: Command = {
  summary: "write specs of app clients that exist",
  usage: "--profile NAME --pool ID (--client-id ID... | --all) [options]",
  about: `Writes one NAME.cognito-client.yaml for each app client, as short as it can be: no default, nothing that only AWS sets,
never a secret. Compared with AWS it shows no difference. No file is overwritten.`,
  options,
  examples: [
    ["cognito-client import --profile dev --pool eu-west-1_AbCdEfGhI --all --link dev", "a whole pool, linked"],
    ["cognito-client import --pool eu-west-1_AbCdEfGhI --client-id 1example23456789 --as json", "one, as JSON"],
  ],
  writes: true,
  exitCodes: {
    0: "all imported",
    1: "one could not be read or written",
    2: "bad usage, or a file that cannot be read",
  },
  run: importClients,
};

interface Run {
  readonly bench: Workbench;
  readonly connection: Connection;
  readonly io: Io;
  readonly poolId: string;
  readonly facts: PoolFacts;
  readonly folder: string;
  readonly syntax: (typeof syntaxes)[number];
  readonly link: string | undefined;
  readonly environment: Environment | undefined;
  readonly environments: FoundEnvironments | undefined;
  /** File names that this run has written, in small letters. */
  readonly written: Set<string>;
}

async function importClients(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(options, args);
  const ids = values["client-id"] ?? [];
  const { pool: poolId, link } = values;
  if (positionals.length > 0)
    throw new UsageError(`What is ${positionals[0]}? Name the app clients: --client-id ID, or --all.`);
  if (poolId === undefined) throw new UsageError("Say from which user pool: --pool ID.");
  if (!/^[\w-]+_[0-9a-zA-Z]+$/.test(poolId))
    throw new UsageError(`${poolId} is no id of a user pool, such as eu-west-1_AbCdEfGhI.`);
  if (values.all === true ? ids.length > 0 : ids.length === 0)
    throw new UsageError("Say which: --client-id ID, or --all.");
  const stranger = ids.find((id) => !/^[\w+]{1,128}$/.test(id));
  if (stranger !== undefined) throw new UsageError(`${stranger} is no id of an app client.`);
  if (link !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(link))
    throw new UsageError("An environment's name has small letters, digits and hyphens: --link dev.");
  const syntax = oneOf("--as", values.as ?? "yaml", syntaxes);
  const folder = resolve(io.cwd, values.out ?? ".");
  const environments = await new EnvironmentsFiles().of(join(folder, "web.cognito-client.yaml"));
  if (environments && tellEnvironmentsProblems(environments, io) > 0) throw new TargetError();
  const environment = link === undefined ? undefined : environmentToLink(link, environments, poolId);

  const bench = await openWorkbench(values.profile, io);
  const no = (problem: Problem): number => {
    io.err(problemText(problem));
    return 1;
  };
  const connection = await bench.connections.to(poolId);
  if (!connection.ok) return no(connection.problem);
  const elsewhere = bench.aws.assertAccount(connection.value, environment);
  if (elsewhere) return no(elsewhere);
  const reading = await bench.deploy.readFacts(connection.value, poolId);
  if (!reading.ok) return no(reading.problem);
  const { facts } = reading.value;
  if (values.all === true && !facts.clients) {
    const message = `The app clients of ${poolId} may not be listed. Ask for cognito-idp:ListUserPoolClients, or name them by --client-id.`;
    return no({ kind: "permission", message, next: { kind: "choose-profile" } });
  }
  const chosen = values.all === true ? notLinkedYet(facts, environments, io) : [...new Set(ids)];
  const run = {
    bench,
    connection: connection.value,
    io,
    poolId,
    facts,
    folder,
    syntax,
    link,
    environment,
    environments,
    written: new Set<string>(),
  };
  const { value: results, code } = await interruptible(async (signal) => {
    const all: Result[] = [];
    for (const id of chosen) if (!signal.aborted) all.push(await importOne(id, run, values.all === true));
    return all;
  });
  return code ?? exitCodeOf(results);
}

/** @throws UsageError where the environments file says otherwise */
function environmentToLink(name: string, found: FoundEnvironments | undefined, poolId: string): Environment {
  if (!found) return { name };
  const environment = assertedOf(found.file.environments.get(name));
  if (!environment) {
    const names = [...found.file.environments.keys()].join(", ") || "none";
    throw new UsageError(`${found.path} has no environment ${name}. It has: ${names}.`);
  }
  if (environment.pool !== undefined && environment.pool !== poolId)
    throw new UsageError(`${name} is the user pool ${environment.pool} in ${found.path}, not ${poolId}.`);
  return environment;
}

/** Those that a spec stands for already are told and left alone. */
function notLinkedYet({ clients = [] }: PoolFacts, found: FoundEnvironments | undefined, io: Io): string[] {
  const linked = new Map<string, string>();
  for (const { key, links } of found?.file.specs ?? [])
    for (const { id } of links) if (id !== undefined) linked.set(id, key);
  return clients.flatMap(({ id, name }) => {
    const by = linked.get(id);
    if (by !== undefined)
      io.err(`${forTerminal(name)} (${forTerminal(id)}) skipped: ${forTerminal(by)} is linked to it.\n`);
    return by === undefined ? [id] : [];
  });
}

async function importOne(clientId: string, run: Run, all: boolean): Promise<Result> {
  const { bench, connection, io, poolId, environment } = run;
  const live = await bench.deploy.readLive(connection, { poolId, clientId, ...(environment ? { environment } : {}) });
  const name = forTerminal(clientId);
  if (!live.ok) {
    io.err(`${name}: ${problemText(live.problem)}`);
    return "refused";
  }
  if (live.value.dynamic && all) {
    io.err(
      `${name} skipped: ${forTerminal(live.value.clientName)} was registered dynamically. Name it by --client-id to import it.\n`,
    );
    return "done";
  }
  const text = specTextOf(live.value, run);
  if (text === undefined) {
    io.err(`${name} was not written: its spec would not be what AWS has.\n`);
    return "refused";
  }
  const written = write(live.value, text, run);
  if ("problem" in written) {
    io.err(`${name}: ${written.problem}\n`);
    return "refused";
  }
  const file = relative(io.cwd, written.path).replaceAll("\\", "/");
  io.out(
    `${forTerminal(file)}: ${forTerminal(live.value.clientName)} (${clientId}). Compared with AWS: no difference.\n`,
  );
  for (const member of live.value.unknownMembers)
    io.err(`${forTerminal(file)} lacks ${forTerminal(member)}, which this version does not know.\n`);
  return linked(written.path, clientId, run);
}

/** The spec, held against what it was made from; `undefined` when it is not the same. */
function specTextOf(live: Live, { bench: { aws }, poolId, facts, syntax }: Run): string | undefined {
  const spec = aws.minimalSpec(poolId, live, aws.isPoolDefault(facts));
  const left = new Set(["ReadAttributes", "WriteAttributes"].filter((name) => !(name in spec)));
  const differences = aws.differences(spec, { settings: live.settings, hasSecret: live.secret === "yes" });
  if (differences.some(({ path }) => !left.has(path[0] ?? ""))) return undefined;
  const text = aws.specText(spec, syntax);
  if (live.secret !== "unknown" || syntax === "json") return text;
  return `# Whether it has a secret is not known: its secrets may not be listed (cognito-idp:ListUserPoolClientSecrets).\n${text}`;
}

/** A name of our own, whatever somebody called it in AWS; made anew, never written over. */
function write(live: Live, text: string, { bench: { aws }, folder, syntax, written }: Run) {
  const slug = aws.slugOf(live.clientName, live.clientId);
  const own = aws.slugOf(live.clientId, live.clientId);
  const stem = written.has(slug) ? `${slug}-${own}` : slug;
  const path = join(folder, `${stem}.cognito-client.${syntax}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why = code === "EEXIST" ? "exists already, and nothing is written over" : `cannot be written (${code})`;
    return { problem: `${forTerminal(path)} ${why}.` };
  }
  written.add(slug);
  return { path };
}

function linked(path: string, id: string, { link, poolId, environments, connection, io }: Run): Result {
  if (link === undefined) return "done";
  const entry = { path, environment: link, id };
  // The first one of a run may have made the file.
  const file = environments?.path ?? join(path, "..", "cognito-client.environments.yaml");
  const where = { account: connection.identity.accountId, pool: poolId };
  const problem = environments || existsSync(file) ? writeLink(file, entry) : newEnvironmentsFile(entry, where);
  if (problem === undefined) return "done";
  io.err(`${forTerminal(problem)}\n`);
  return "refused";
}
