/** A folder with specs and an environments file, AWS config files, and the strict server behind a counting proxy. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { main } from "../../cli/main.ts";
import { ini } from "./aws-files.ts";
import { bundleCli } from "./cli-bundle.ts";
import { type CountProxy, startCountProxy } from "./count-proxy.ts";
import { temporaryFolder } from "./process.ts";
import { type StrictCognito, type StrictOptions, startStrictCognito } from "./strict-cognito/index.ts";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface LifecycleScene extends AsyncDisposable {
  readonly strict: StrictCognito;
  readonly proxy: CountProxy;
  readonly folder: string;
  /** AWS's files, the state folder and nothing of the machine. */
  readonly env: Readonly<Record<string, string>>;
  write(name: string, content: string | object): void;
  read(name: string): string;
  /** The command as a process of its own, with nobody at a terminal. */
  cli(...args: string[]): Promise<Ran>;
  /** The same in this process, which costs a test far less. */
  main(...args: string[]): Promise<Ran>;
  /** As a process, to be sent signals. */
  start(...args: string[]): { ended: Promise<Ran>; kill(signal: NodeJS.Signals): void };
  /** In this process, with somebody at the terminal; `meanwhile` runs at each question, `below` is a folder of the scene. */
  typed(
    args: readonly string[],
    answers: readonly string[],
    meanwhile?: () => unknown,
    below?: string,
  ): Promise<Ran & { questions: string[] }>;
  /** Forgets all notes and locks. */
  forget(): void;
  /** All that the command keeps in the user's state folder: notes and locks, as text. */
  state(): string;
}

/** Profiles `dev` (account 111122223333) and `prod` (444455556666), whose calls all go to the strict server. */
export const accounts = { dev: "111122223333", prod: "444455556666" } as const;

export async function lifecycleScene(options: StrictOptions = {}): Promise<LifecycleScene> {
  await using started = new AsyncDisposableStack();
  const strict = started.use(
    await startStrictCognito({
      ...options,
      accounts: { AKIADEV: accounts.dev, AKIAPROD: accounts.prod },
      pool: { account: accounts.dev, ...options.pool },
    }),
  );
  const proxy = started.use(await startCountProxy(strict.url));
  const folder = started.use(temporaryFolder("lifecycle")).path;
  const files = join(folder, "aws");
  mkdirSync(files);
  const profile = { region: strict.region, endpoint_url: proxy.url };
  writeFileSync(join(files, "config"), ini({ "profile dev": profile, "profile prod": profile }));
  const keys = (id: string) => ({ aws_access_key_id: id, aws_secret_access_key: "local" });
  writeFileSync(join(files, "credentials"), ini({ dev: keys("AKIADEV"), prod: keys("AKIAPROD") }));
  const env = {
    HOME: files,
    XDG_STATE_HOME: join(files, "state"),
    AWS_CONFIG_FILE: join(files, "config"),
    AWS_SHARED_CREDENTIALS_FILE: join(files, "credentials"),
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PROFILE: "dev",
  };
  const work = join(folder, "specs");
  mkdirSync(work);
  const owned = started.move();
  const inProcess = async (
    args: readonly string[],
    cwd: string,
    ask?: (question: string) => Promise<string | undefined>,
  ): Promise<Ran> => {
    let [out, err] = ["", ""];
    const code = await main(args, {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      cwd,
      env,
      readStdin: async () => new Uint8Array(),
      isTerminal: { out: false, in: ask !== undefined },
      ...(ask && { ask }),
    });
    return { code, out, err };
  };
  const start = (...args: string[]) => {
    // Bundled with the first process: most scenes have none.
    const started = bundleCli().then((bin) =>
      spawn(process.execPath, [bin, ...args], {
        cwd: work,
        env: { PATH: process.env["PATH"] ?? "", ...env },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    );
    const ended = started.then(
      (child) =>
        new Promise<Ran>((resolve) => {
          let [out, err] = ["", ""];
          child.stdout.on("data", (chunk) => {
            out += chunk;
          });
          child.stderr.on("data", (chunk) => {
            err += chunk;
          });
          child.on("close", (code) => resolve({ code, out, err }));
        }),
    );
    return { ended, kill: (signal: NodeJS.Signals) => void started.then((child) => child.kill(signal)) };
  };
  return {
    strict,
    proxy,
    folder: work,
    env,
    write(name, content) {
      const path = join(work, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
    },
    read: (name) => readFileSync(join(work, name), "utf8"),
    cli: (...args) => start(...args).ended,
    start,
    main: (...args) => inProcess(args, work),
    async typed(args, answers, meanwhile, below = ".") {
      const questions: string[] = [];
      const left = [...answers];
      const ask = async (question: string) => {
        questions.push(question);
        await meanwhile?.();
        return left.shift();
      };
      return { ...(await inProcess(args, join(work, below), ask)), questions };
    },
    forget: () => rmSync(join(files, "state"), { recursive: true, force: true }),
    state: () => textOf(join(files, "state")),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function textOf(path: string): string {
  if (!existsSync(path)) return "";
  if (!statSync(path).isDirectory()) return readFileSync(path, "utf8");
  return readdirSync(path)
    .map((name) => textOf(join(path, name)))
    .join("\n");
}
