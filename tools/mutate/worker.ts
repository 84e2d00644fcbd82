/** Runs one test file against the mutants of one module, in a process of its own. Talks to mutate-rules.ts by messages. */
import { registerHooks } from "node:module";
import type { Collected } from "./vitest-shim.ts";

export interface Order {
  /** URLs of the module and of its test file. */
  readonly module: string;
  readonly test: string;
  /** The module's text with its mutants asleep. */
  readonly source: string;
  /** Numbers of the mutants to wake, one after the other. The first one is awake while the module is loaded; 0 is none. */
  readonly mutants: readonly number[];
}

/** `alive`: no test failed. Of mutant 0 that is as it should be. */
export interface Report {
  readonly mutant: number;
  readonly alive: boolean;
  readonly failed?: string;
}

const shim = new URL("vitest-shim.ts", import.meta.url).href;
const awake = globalThis as { mutant?: number };

process.once("message", async (order: Order) => {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "vitest" ? { url: shim, shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === order.module
        ? { format: "module-typescript", source: order.source, shortCircuit: true }
        : next(url, context),
  });
  awake.mutant = order.mutants[0] ?? 0;
  let failed: string | undefined;
  let tests: readonly Collected[] = [];
  try {
    await import(order.test);
    tests = [...(await import(shim)).collected];
    if (tests.length === 0) failed = "there are no tests";
  } catch (error) {
    failed = String(error);
  }
  for (const mutant of order.mutants) {
    awake.mutant = mutant;
    failed ??= await firstFailure(tests);
    process.send?.({ mutant, alive: failed === undefined, ...(failed !== undefined && { failed }) } satisfies Report);
    failed = undefined;
  }
  process.disconnect();
});

async function firstFailure(tests: readonly Collected[]): Promise<string | undefined> {
  for (const { name, run } of tests) {
    try {
      await run();
    } catch (error) {
      return `${name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return undefined;
}
