/** Finds or installs what a machine may lack. Each answers undefined, after saying why, where it cannot be had. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { cached, npm, type Progress, run } from "./cache.ts";

const quiet: Progress = () => {};
const npmArguments = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** The code-server release that the tests run on; its VS Code has the same minor version. */
export const codeServerVersion = "4.139.1";

/**
 * The entry script of code-server, which is VS Code with a browser front end (593 MB, about half a minute).
 * Its own install script wants a compiler and Kerberos headers; without it only the terminal is missing.
 */
export async function codeServer(progress = quiet): Promise<string> {
  const name = `code-server-${codeServerVersion}`;
  const folder = await cached(
    name,
    async (target) => {
      progress(`Installing VS Code (npm's ${name}, 593 MB, once; about half a minute on a fast line)…`);
      writeFileSync(join(target, "package.json"), '{"private":true}\n');
      await npm([...npmArguments, `code-server@${codeServerVersion}`], target);
      await npm([...npmArguments, "--omit=dev"], join(target, "node_modules/code-server/lib/vscode"));
    },
    progress,
  );
  return join(folder, "node_modules/code-server/out/node/entry.js");
}

/** The first of these programs that is on the PATH, with its folder. */
export function onPath(...names: string[]): string | undefined {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  for (const name of names)
    for (const folder of (process.env["PATH"] ?? "").split(delimiter))
      for (const ending of endings) {
        const file = join(folder, name + ending);
        if (folder !== "" && existsSync(file)) return file;
      }
  return undefined;
}

function installedBrowser(): string | undefined {
  const programFiles = [process.env["ProgramFiles"], process.env["ProgramFiles(x86)"], process.env["LOCALAPPDATA"]];
  const places = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ...programFiles.flatMap((folder) =>
      folder
        ? [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")]
        : [],
    ),
  ];
  return (
    onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge") ??
    places.find((place) => existsSync(place))
  );
}

/** A browser to drive. */
export interface Browser {
  executable: string;
}

const chromiumVersion = "153.0.0";

/** `$CHROME_PATH`, an installed Chrome, Chromium or Edge, or npm's build for Linux x64; else a reason. */
export async function browser(progress = quiet): Promise<Browser | { missing: string }> {
  const chosen = process.env["CHROME_PATH"];
  if (chosen !== undefined && chosen !== "") {
    if (existsSync(chosen)) return { executable: chosen };
    return { missing: `CHROME_PATH names ${chosen}, which does not exist` };
  }
  const installed = installedBrowser();
  if (installed !== undefined) return { executable: installed };
  if (process.platform !== "linux" || process.arch !== "x64")
    return { missing: "no Chrome, Chromium or Edge was found; set CHROME_PATH" };
  try {
    return { executable: await npmBrowser(progress) };
  } catch (error) {
    return { missing: `none is installed (CHROME_PATH can name one), and npm's did not come: ${lastLine(error)}` };
  }
}

async function npmBrowser(progress: Progress): Promise<string> {
  const folder = await cached(
    `chromium-${chromiumVersion}`,
    async (target) => {
      progress("Installing a browser (npm's @sparticuz/chromium, 66 MB, once)…");
      writeFileSync(join(target, "package.json"), '{"private":true}\n');
      await npm([...npmArguments, `@sparticuz/chromium@${chromiumVersion}`], target);
      // The package unpacks its binary into the system's temp folder; it is to stay here instead.
      const unpacked = join(target, "unpacked");
      mkdirSync(unpacked);
      const entry = pathToFileURL(join(target, "node_modules/@sparticuz/chromium/build/index.js")).href;
      const unpack = `import(${JSON.stringify(entry)}).then(({ default: chromium }) => chromium.executablePath())`;
      await run(process.execPath, ["-e", unpack], { env: { ...process.env, TMPDIR: unpacked } });
    },
    progress,
  );
  return join(folder, "unpacked/chromium");
}

const lastLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().split("\n").at(-1) ?? "";

/** How to start moto's server. */
export interface Moto {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

async function works(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  return run(command, [...args, "--help"], { env }).then(
    () => true,
    () => false,
  );
}

/** moto from the PATH or from Python, else installed by pip; else a reason. */
export async function moto(progress = quiet): Promise<Moto | { missing: string }> {
  const server = onPath("moto_server");
  if (server !== undefined && (await works(server, [], process.env)))
    return { command: server, args: [], env: process.env };
  const python = onPath("python3", "python");
  if (python === undefined) return { missing: "moto needs Python, which was not found" };
  const args = ["-m", "moto.server"];
  if (await works(python, args, process.env)) return { command: python, args, env: process.env };
  try {
    const folder = await cached(
      "moto",
      async (target) => {
        progress("Installing moto (PyPI, once)…");
        await run(python, ["-m", "pip", "install", "--quiet", "--target", target, "moto[server]"]);
      },
      progress,
    );
    return { command: python, args, env: { ...process.env, PYTHONPATH: folder } };
  } catch (error) {
    return { missing: `moto could not be installed by pip: ${lastLine(error)}` };
  }
}
