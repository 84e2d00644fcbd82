import { existsSync, readdirSync, rmSync } from "node:fs";
import * as module from "node:module";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join } from "node:path";
import { compileCacheVariable } from "./protocol.ts";

/**
 * Lets Node keep what it compiles of this program, so that the next start need not compile it again: where it can (22.1 and newer),
 * and never in a folder that somebody works in. Node itself obeys NODE_COMPILE_CACHE and NODE_DISABLE_COMPILE_CACHE first.
 * A folder that cannot be made, written or read, or that holds rubbish, is no error: then everything is compiled as ever.
 * @param version of this program: what another one compiled is of no use to it, and the first start of a version removes it.
 */
export function keepCompiled(version: string): void {
  // Not in Node 20, whatever the types say.
  const { enableCompileCache, flushCompileCache } = module as Partial<typeof module>;
  const folder = process.env[compileCacheVariable] ?? userFolder(version);
  if (!enableCompileCache || folder === undefined || !isAbsolute(folder)) return;
  try {
    if (!existsSync(folder)) removeOthers(folder);
    enableCompileCache(folder);
    // A server that is killed has no time to write; by then the first document has long been read.
    if (flushCompileCache) setTimeout(() => flushCompileCache(), 2000).unref();
  } catch {
    // Node tells of an unusable folder in its answer; nobody would be helped by more.
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
