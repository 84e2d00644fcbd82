import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { main } from "../../cli/main.ts";
import { temporaryFolder } from "./process.ts";

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether a person sits in front of standard output. */
  readonly terminal?: boolean;
  /** Standard output is full, or nobody reads it. */
  readonly lost?: boolean;
  /** Below the folder. */
  readonly cwd?: string;
}

/** A folder of its own, in which commands run as from a shell, in this process. */
export interface CliFolder extends AsyncDisposable {
  readonly path: string;
  write(name: string, content: string | Uint8Array): void;
  read(name: string): Buffer;
  run(args: readonly string[], options?: CliOptions): Promise<CliRun>;
}

export function cliFolder(): CliFolder {
  const folder = temporaryFolder("lint");
  return {
    path: folder.path,
    write(name, content) {
      const file = join(folder.path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    read: (name) => readFileSync(join(folder.path, name)),
    run: (args, options = {}) => run(folder.path, args, options),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

async function run(
  folder: string,
  args: readonly string[],
  { stdin = "", env = {}, terminal = false, lost = false, cwd = "." }: CliOptions,
): Promise<CliRun> {
  let out = "";
  let err = "";
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isLost: async (stream) => lost && stream === "out",
    cwd: join(folder, cwd),
    env,
    readStdin: async () => (typeof stdin === "string" ? Buffer.from(stdin) : stdin),
    isTerminal: { out: terminal, in: false },
  });
  return { code, out, err };
}
