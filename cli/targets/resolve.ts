import { lstatSync, realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import {
  type AppClient,
  clientsIn,
  type Environment,
  type EnvironmentTarget,
  environmentsWith,
  holdsAppClient,
  isSpecFile,
  nameOf,
  parseSpec,
  type SpecDocument,
  specOf,
  targetsOf,
} from "../../server/src/engine/index.ts";
import { guardOf } from "../../server/src/guard.ts";
import { type Io, UsageError } from "../io.ts";
import { readSpec } from "../spec-file.ts";
import { type EnvironmentsFiles, type FoundEnvironments, tellEnvironmentsProblems } from "./environments-files.ts";
import { type Target, TargetError } from "./target.ts";

export interface Asked {
  /** `FILE` or `FILE#ClientName`, as typed. */
  readonly file: string;
  /** `--env`. */
  readonly environment: string | undefined;
  /** Only the app client of this zero-based place in the file. */
  readonly index?: number;
}

/**
 * The app clients that a file names, each in its environment. With several environments none is the default.
 * @throws UsageError when what was typed cannot be meant; TargetError when a file is at fault, which has been told.
 */
export async function resolveTargets(asked: Asked, files: EnvironmentsFiles, io: Io): Promise<Target[]> {
  const { name, clientName } = namedIn(asked.file, io.cwd);
  const source = readSpec(name, io);
  if (!source) throw new TargetError();
  const path = resolve(io.cwd, name);
  const document = parseSpec(source.text, source.dialect);
  const clients = clientsIn(document);
  if (!isSpecFile(name) && holdsAppClient(source.text))
    throw new UsageError(`${name} is a template: what deploys it creates and updates its app clients.`);
  const meant = ([index, client]: [number, AppClient]): boolean =>
    asked.index === undefined ? clientName === undefined || nameOf(client) === clientName : index === asked.index;
  const chosen = [...clients.entries()].filter(meant);
  if (chosen.length === 0 || (clientName !== undefined && chosen.length > 1)) {
    const names = clients.map((client) => nameOf(client)).filter((each) => each !== undefined);
    const there = names.length > 0 ? ` It has ${names.join(", ")}.` : "";
    const wanted = clientName === undefined ? "no app client" : `no app client that alone is called ${clientName}`;
    throw new UsageError(`${name} has ${wanted}.${there}`);
  }
  const environments = await files.of(path);
  if (environments && tellEnvironmentsProblems(environments, io) > 0) throw new TargetError();

  return chosen.map(([index, client]): Target => {
    const several = client.path.length > 0;
    const own = nameOf(client);
    const file = several ? `${name}#${own ?? index + 1}` : name;
    const base = { file, path, source, client, index, several, ...(own === undefined ? {} : { clientName: own }) };
    return { ...base, ...whereOf({ ...base, document, asked: asked.environment, environments }) };
  });
}

/** A file of this very name, else `#` separates the ClientName from it. */
function namedIn(text: string, cwd: string): { name: string; clientName?: string } {
  const hash = text.lastIndexOf("#");
  if (hash <= 0 || lstatSync(resolve(cwd, text), { throwIfNoEntry: false })) return { name: text };
  return { name: text.slice(0, hash), clientName: text.slice(hash + 1) };
}

interface Choice extends Pick<Target, "file" | "path" | "client"> {
  readonly document: SpecDocument;
  readonly asked: string | undefined;
  readonly environments: FoundEnvironments | undefined;
}

type Whereabouts = Pick<Target, "environment" | "link" | "entry" | "environments" | "clientId" | "poolId" | "alsoIn">;

function whereOf(choice: Choice): Whereabouts {
  const spec = specOf(choice.client);
  const [ownId, ownPool] = [textOf(spec.string("ClientId")), textOf(spec.string("UserPoolId"))];
  const { environments } = choice;
  const { environment: meant, entry } = environments
    ? environmentOf(choice, environments, ownPool)
    : withoutFile(choice);
  const { link } = entry ?? {};
  const [clientId, poolId] = [link?.id ?? ownId, ownPool ?? meant?.pool];
  const all = [...(environments?.file.environments.values() ?? [])];
  const environment = poolId === undefined ? meant : guardOf(all, poolId, meant);
  return {
    ...(environments ? { environments } : {}),
    ...(environment ? { environment } : {}),
    ...(entry ? { entry, link: entry.link } : {}),
    ...(environments && clientId !== undefined
      ? { alsoIn: environmentsWith(environments.file, clientId, meant?.name) }
      : {}),
    ...(clientId === undefined ? {} : { clientId }),
    ...(poolId === undefined ? {} : { poolId }),
  };
}

interface Found {
  readonly environment?: Environment | undefined;
  readonly entry?: EnvironmentTarget | undefined;
}

/** @throws UsageError where one was named */
function withoutFile({ asked, file }: Choice): Found {
  if (asked === undefined) return {};
  throw new UsageError(
    `There is no environment ${asked}: no cognito-client.environments.yaml stands beside ${file} or above it.`,
  );
}

/**
 * The one that was named; else the only one; else the one whose pool the spec names itself, so that its account is asserted
 * and its protection holds.
 * @throws UsageError where it cannot be told
 */
function environmentOf(choice: Choice, environments: FoundEnvironments, ownPool: string | undefined): Found {
  const { asked, file, path, client, document } = choice;
  const below = relative(environments.folder, path).split(sep).join("/");
  const targets = targetsOf(environments.file, below, document, client);
  if (targets.length > 0 && leaves(path, environments.folder))
    throw new UsageError(
      `${file} is a link out of ${environments.folder}: an environments file is for what stands below it.`,
    );
  const all = [...environments.file.environments.values()];
  const names = all.map(({ name }) => name).join(", ") || "none";
  const entryIn = (name: string) => targets.find(({ environment }) => environment.name === name);
  if (asked !== undefined) {
    const environment = environments.file.environments.get(asked);
    if (!environment) throw new UsageError(`${environments.path} has no environment ${asked}. It has: ${names}.`);
    return { environment, entry: entryIn(asked) };
  }
  const candidates =
    targets.length > 0
      ? targets.map(({ environment }) => environment)
      : all.filter(({ pool }) => pool !== undefined && pool === ownPool);
  const [environment, another] = candidates;
  if (!environment) return {};
  if (another || (targets.length > 0 && all.length > 1))
    throw new UsageError(`Say which environment ${file} is meant for: --env NAME. There are: ${names}.`);
  return { environment, entry: entryIn(environment.name) };
}

/** Behind a link could stand anything. */
function leaves(path: string, folder: string): boolean {
  const below = relative(realpathSync(folder), realpathSync(path));
  return below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below);
}

function textOf(field: { readonly state: string; readonly value?: unknown }): string | undefined {
  return field.state === "known" && typeof field.value === "string" ? field.value : undefined;
}
