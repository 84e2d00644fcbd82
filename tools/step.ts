/** Running the parts of a longer job, each ended with us, and the job ended by Ctrl-C. */
import { root } from "../test/support/cache.ts";
import { type Program, startProgram } from "../test/support/process.ts";

/**
 * Runs `node <file> <arguments>` in the repository, printing as it goes, or quietly: then only if it fails.
 *
 * @returns the exit code.
 */
export async function node(
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
  signal?: AbortSignal,
  { quiet = false } = {},
): Promise<number> {
  const program: Program = startProgram(process.execPath, args, { cwd: root, env, show: !quiet });
  const stop = () => void program[Symbol.asyncDispose]();
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  const code = await program.ended;
  signal?.removeEventListener("abort", stop);
  if (quiet && code !== 0 && !signal?.aborted) console.error(program.output());
  return code;
}

/** A signal that Ctrl-C (and the terminal's end) aborts. A second Ctrl-C ends this process at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  return controller.signal;
}

/** The path of a package's command-line script below `node_modules`. */
export const script = {
  biome: "node_modules/@biomejs/biome/bin/biome",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
} as const;

/** Milliseconds as seconds for people. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
