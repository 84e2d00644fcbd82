/** A real VS Code (npm's code-server) with the packaged extension, installed as a user installs it. */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cached, run } from "./cache.ts";
import { codeServer } from "./install.ts";
import { freePort, startProgram, temporaryFolder, untilAnswering } from "./process.ts";

/** Switches off what is neither ours nor wanted in a picture. */
const calm = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "files.simpleDialog.enable": true,
  "git.enabled": false,
  // It looks at all processes for ports, and tells of each.
  "remote.autoForwardPorts": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

export interface VSCodeOptions {
  /** The folder to open. */
  folder: string;
  /** The packaged extension, if one is to be installed. */
  vsix?: string;
  /** Workspace trust: `false` (the default) switches the feature off, `true` leaves it as a user has it. */
  trust?: boolean;
  /** Added to a clean environment; nothing of the machine's AWS variables gets in. */
  env?: Record<string, string>;
  /** User settings, over the calm ones. */
  settings?: Record<string, unknown>;
  /** The user's key bindings, as in keybindings.json. */
  keybindings?: readonly object[];
}

export interface VSCode extends AsyncDisposable {
  /** The server, without a folder. */
  readonly url: string;
  readonly port: number;
  /** The page that opens the folder. */
  readonly page: string;
  /** The user-data folder; logs are in `logs`. */
  readonly userData: string;
  /** All that the server printed. */
  output(): string;
  /** Resolves with the exit code when the server ends. */
  readonly ended: Promise<number>;
}

/** VS Code says at length that its log-file module was not compiled (see install.ts); the server works without it. */
const missingLogger = /^Error: Could not locate the bindings file[\s\S]*?^}\n/gm;

const kept = [
  "PATH",
  "LANG",
  "LC_ALL",
  "TMPDIR",
  "TEMP",
  "TMP",
  "SystemRoot",
  "ComSpec",
  "PATHEXT",
  "NODE_EXTRA_CA_CERTS",
];

function environment(home: string, extra: Record<string, string>): NodeJS.ProcessEnv {
  const from = Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  // Linux: VS Code's sockets then lie in our folder, too; elsewhere the path would be too long for a socket.
  const temporary = process.platform === "linux" ? { TMPDIR: home } : {};
  return { ...from, HOME: home, USERPROFILE: home, ...temporary, ...extra };
}

/** An extensions folder with this package, installed once as a user installs it: seconds that each start would pay. */
async function installed(vsix: string, entry: string): Promise<string> {
  const hash = createHash("sha256").update(readFileSync(vsix)).digest("hex").slice(0, 16);
  return cached(`extension-${hash}`, async (target) => {
    const all = dirname(target);
    for (const other of readdirSync(all))
      if (/^extension-\w+$/.test(other)) rmSync(join(all, other), { recursive: true, force: true });
    await using home = temporaryFolder("install");
    const folders = ["--user-data-dir", join(home.path, "user"), "--extensions-dir", target];
    await run(process.execPath, [entry, ...folders, "--install-extension", vsix], { env: environment(home.path, {}) });
  });
}

/** Starts the server and waits until it answers. Its user, home and extensions are new and go with it. */
export async function startVSCode(options: VSCodeOptions): Promise<VSCode> {
  await using started = new AsyncDisposableStack();
  const entry = await codeServer();
  const { path } = started.use(temporaryFolder("vscode"));
  const [home, userData, extensions] = ["home", "user", "extensions"].map((name) => join(path, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(join(userData, "User"), { recursive: true });
  mkdirSync(home);
  writeFileSync(join(userData, "User/settings.json"), JSON.stringify({ ...calm, ...options.settings }, null, 2));
  writeFileSync(join(userData, "User/keybindings.json"), JSON.stringify(options.keybindings ?? []));
  const env = environment(home, options.env ?? {});
  const folders = ["--user-data-dir", userData, "--extensions-dir", extensions];
  if (options.vsix !== undefined) cpSync(await installed(options.vsix, entry), extensions, { recursive: true });
  const port = await freePort();
  const args = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check"];
  if (options.trust !== true) args.push("--disable-workspace-trust");
  const program = started.use(startProgram(process.execPath, [entry, ...args, ...folders, options.folder], { env }));
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(`${url}/healthz`, program, "VS Code");
  const owned = started.move();
  return {
    url,
    port,
    page: `${url}/?folder=${encodeURIComponent(options.folder)}`,
    userData,
    output: () => program.output().replace(missingLogger, ""),
    ended: program.ended,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
