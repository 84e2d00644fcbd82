/** The project's own cache: what tests and `npm start` need but `npm ci` does not bring, installed once. */
import { type SpawnSyncReturns, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";

/** The repository's root folder. */
export const root = resolve(import.meta.dirname, "../..");
const cache = join(root, ".cache");

/** Says which long step is going on. */
export type Progress = (message: string) => void;

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Takes the lock file, waiting for its holder to finish or to be gone. Returns the release. */
async function lock(file: string, waiting: () => void): Promise<() => void> {
  for (let told = false; ; ) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    let holder = 0;
    try {
      holder = Number(readFileSync(file, "utf8"));
    } catch {
      continue; // Released in this moment.
    }
    if (holder > 0 && !alive(holder)) rmSync(file, { force: true });
    else {
      if (!told) waiting();
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/**
 * The folder `.cache/<name>`, filled by `install` the first time, by one process at a time.
 * Put the version into the name: a new version is then a new folder. A failed installation leaves nothing.
 */
export async function cached(
  name: string,
  install: (folder: string) => Promise<void>,
  progress: Progress = () => {},
): Promise<string> {
  const folder = join(cache, name);
  const stamp = join(folder, ".installed");
  if (existsSync(stamp)) return folder;
  mkdirSync(cache, { recursive: true });
  const release = await lock(join(cache, `${name}.lock`), () => progress(`${name}: being installed by another run`));
  try {
    if (existsSync(stamp)) return folder;
    const unfinished = `${folder}.unfinished`;
    for (const old of [folder, unfinished]) rmSync(old, { recursive: true, force: true });
    mkdirSync(unfinished);
    try {
      await install(unfinished);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      throw error;
    }
    writeFileSync(join(unfinished, ".installed"), `${new Date().toISOString()}\n`);
    renameSync(unfinished, folder);
    return folder;
  } finally {
    release();
  }
}

/**
 * Runs a command to its end, quietly.
 * @throws with the command and all it printed when it fails or cannot be started.
 */
export function run(command: string, args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  return new Promise<Pick<SpawnSyncReturns<string>, "stdout">>((done, fail) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    let stdout = "";
    let all = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      all += chunk;
    });
    child.stderr.on("data", (chunk) => (all += chunk));
    child.on("error", (error) => fail(new Error(`${command}: ${error.message}`)));
    child.on("close", (code) =>
      code === 0 ? done({ stdout }) : fail(new Error(`${command} ${args.join(" ")} failed (${code}):\n${all}`)),
    );
  });
}

/** Runs npm in `cwd` with this process's Node, wherever npm lives. */
export async function npm(args: string[], cwd: string): Promise<void> {
  const cli = process.env["npm_execpath"];
  const env: NodeJS.ProcessEnv = { ...process.env };
  env["PATH"] = [dirname(process.execPath), process.env["PATH"]].join(delimiter);
  // What `npm run` says about its own package is not meant for the inner npm.
  for (const key of Object.keys(env)) if (/^npm_(package_|lifecycle_|config_local_prefix$)/i.test(key)) delete env[key];
  if (cli?.endsWith("npm-cli.js")) await run(process.execPath, [cli, ...args], { cwd, env });
  else if (process.platform === "win32") await run("cmd.exe", ["/d", "/s", "/c", "npm", ...args], { cwd, env });
  else await run("npm", args, { cwd, env });
}
