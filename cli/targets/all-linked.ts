import { join, relative, resolve } from "node:path";
import { clientsIn, isEnvironmentsFile, parseSpec, specOf } from "../../server/src/engine/index.ts";
import { findFiles } from "../files.ts";
import { type Io, UsageError } from "../io.ts";
import { readSpec } from "../spec-file.ts";
import { type EnvironmentsFiles, type FoundEnvironments, tellEnvironmentsProblems } from "./environments-files.ts";
import { resolveTargets } from "./resolve.ts";
import { type Target, TargetError } from "./target.ts";

/**
 * What is linked from here: by the nearest environments file in one environment, and, where none was named, by specs below the
 * current folder that have a ClientId of their own.
 * @throws UsageError where nothing is, or where an environment has to be named; TargetError where a file is at fault
 */
export async function allLinked(environment: string | undefined, files: EnvironmentsFiles, io: Io): Promise<Target[]> {
  const found = await files.of(resolve(io.cwd, "cognito-client.yaml"));
  const targets = found ? await linkedBy(found, environment, files, io) : [];
  if (environment === undefined) {
    const known = new Set(targets.map(({ path, index }) => `${path} ${index}`));
    for (const target of await withOwnId(files, io))
      if (!known.has(`${target.path} ${target.index}`)) targets.push(target);
  }
  if (targets.length > 0) return targets;
  throw new UsageError(
    found
      ? `${found.path} links no app client${environment === undefined ? "" : ` in ${environment}`}. Name a file.`
      : "Nothing is linked here: name a file, or go to a folder with a cognito-client.environments.yaml.",
  );
}

async function linkedBy(
  found: FoundEnvironments,
  asked: string | undefined,
  files: EnvironmentsFiles,
  io: Io,
): Promise<Target[]> {
  if (tellEnvironmentsProblems(found, io) > 0) throw new TargetError();
  const names = [...found.file.environments.keys()];
  const [only, another] = names;
  if (asked === undefined && another !== undefined)
    throw new UsageError(`Say which environment is meant: --env NAME. There are: ${names.join(", ")}.`);
  const environment = asked ?? only;
  const targets: Target[] = [];
  for (const { path, clientName, links } of found.file.specs) {
    if (!links.some((link) => link.environment === environment && link.id !== undefined)) continue;
    const file = relative(io.cwd, join(found.folder, path)).replaceAll("\\", "/");
    targets.push(
      ...(await resolveTargets(
        { file: clientName === undefined ? file : `${file}#${clientName}`, environment },
        files,
        io,
      )),
    );
  }
  return targets;
}

async function withOwnId(files: EnvironmentsFiles, io: Io): Promise<Target[]> {
  const targets: Target[] = [];
  for (const { path, problem, skipped } of await findFiles([], io.cwd, () => false)) {
    if (problem !== undefined || skipped !== undefined || isEnvironmentsFile(path)) continue;
    const source = readSpec(path, io);
    if (!source) throw new TargetError();
    for (const [index, client] of clientsIn(parseSpec(source.text, source.dialect)).entries()) {
      if (specOf(client).string("ClientId").state !== "known") continue;
      targets.push(...(await resolveTargets({ file: path, environment: undefined, index }, files, io)));
    }
  }
  return targets;
}
