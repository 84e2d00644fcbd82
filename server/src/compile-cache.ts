import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join } from "node:path";
import { Script } from "node:vm";
import { decoded, encoded } from "./kept-code.ts";
import { compileCacheVariable } from "./protocol.ts";

/**
 * Runs a bundle of this program, and those beside it that it asks for, with the code that V8 made of them in earlier runs, in a
 * folder that nobody works in. (Node's own compile cache holds a file as it is before its first function runs: of a bundle that
 * is next to nothing, so that nearly everything was compiled at each start again.)
 * A folder that cannot be made, written or read, or that holds rubbish, is no error: then everything is compiled as ever.
 * Whoever sets NODE_COMPILE_CACHE or NODE_DISABLE_COMPILE_CACHE leaves it to Node.
 *
 * @param file its absolute path.
 * @param version of this program: what another one compiled is of no use to it, and the first run of a version removes it.
 */
export function run(file: string, version: string): void {
  const folder = process.env[compileCacheVariable] ?? userFolder(version);
  const isNodes = process.env["NODE_COMPILE_CACHE"] || process.env["NODE_DISABLE_COMPILE_CACHE"];
  if (isNodes || folder === undefined || !isAbsolute(folder)) {
    require(file);
    return;
  }
  const compiled: Compiled[] = [];
  // What one program compiles of a bundle is not what another one does.
  load(file, join(folder, basename(file, ".js")), compiled, new Map());
  const keep = () => keepAll(compiled.splice(0), folder);
  process.once("exit", keep);
  // A server that is killed has no time to write; by then the first document has long been read.
  setTimeout(keep, 2000).unref();
}

/** A bundle that runs, and what this run can add to its kept code. */
interface Compiled {
  readonly script: Script;
  /** Where its code is kept. */
  readonly kept: string;
  /** What that was made of. */
  readonly stamp: string;
  /** How many runs have added to it. */
  readonly runs: number;
}

/** The first run of a program may be asked for little, and each adds what it compiled to what it found. */
const RUNS = 3;

/** @returns what the bundle exports. */
function load(file: string, folder: string, compiled: Compiled[], loaded: Map<string, { exports: unknown }>): unknown {
  const known = loaded.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  // In a function of its own: what was read is garbage before the bundle runs, and it may be megabytes.
  const bundle = compile(file, folder);
  if (bundle.runs < RUNS) compiled.push(bundle);
  const requireBeside = (id: string) =>
    BESIDE.test(id) ? load(join(dirname(file), id), folder, compiled, loaded) : require(id);
  bundle.script.runInThisContext().call(module.exports, module.exports, requireBeside, module, file, dirname(file));
  return module.exports;
}

function compile(file: string, folder: string): Compiled {
  const kept = join(folder, `${basename(file)}-${process.version}-${process.arch}-${process.getuid?.() ?? 0}`);
  // As Python tells whether its kept code is that of a file: a hash of it would cost more than it is worth.
  const { size, mtimeMs } = statSync(file);
  const stamp = `${size} ${mtimeMs}`;
  const before = readIfThere(kept, stamp);
  const script = new Script(wrapped(readFileSync(file, "utf8")), {
    filename: file,
    columnOffset: -HEAD.length,
    ...(before && { cachedData: before.data }),
  });
  return { script, kept, stamp, runs: before && !script.cachedDataRejected ? before.runs : 0 };
}

const BESIDE = /^\.\/[\w-]+\.js$/;

/** What Node wraps a CommonJS module into. */
const HEAD = "(function (exports, require, module, __filename, __dirname) { ";
const wrapped = (source: string): string => `${HEAD}${source}\n});`;

function readIfThere(kept: string, stamp: string): { readonly data: Buffer; readonly runs: number } | undefined {
  try {
    return decoded(readFileSync(kept), stamp);
  } catch {
    return undefined;
  }
}

/** @param folder of the version. */
function keepAll(compiled: readonly Compiled[], folder: string): void {
  try {
    if (compiled.length > 0 && !existsSync(folder)) removeOthers(folder);
    for (const { script, kept, stamp, runs } of compiled) {
      mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
      // Whole or not at all: another process may read it at this moment.
      const written = `${kept}.${process.pid}`;
      writeFileSync(written, encoded(script.createCachedData(), stamp, runs + 1), { mode: 0o600 });
      renameSync(written, kept);
    }
  } catch {
    // Nobody would be helped by being told.
  }
}

/** Those of other versions, where folders of versions stand beside each other. */
function removeOthers(folder: string): void {
  const all = dirname(folder);
  if (basename(all) !== FOLDER || !existsSync(all)) return;
  for (const name of readdirSync(all))
    if (/^\d+\.\d+\.\d+/.test(name)) rmSync(join(all, name), { recursive: true, force: true });
}

/** What holds a folder for each version; the extension names its own so, too (client/extension.node.ts). */
const FOLDER = "compiled";

/** Where programs of this system keep what they can make again; `undefined` without a home. */
function userFolder(version: string): string | undefined {
  const { env, platform } = process;
  const caches =
    platform === "win32"
      ? env["LOCALAPPDATA"]
      : env["XDG_CACHE_HOME"] || homeFolder(platform === "darwin" ? "Library/Caches" : ".cache");
  return caches && join(caches, "cognito-app-client", FOLDER, version);
}

function homeFolder(below: string): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? join(home, below) : undefined;
  } catch {
    // No home at all, as for some users of services.
    return undefined;
  }
}
