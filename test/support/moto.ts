/** moto's server: Cognito with resource servers and identity providers, and STS, on a loopback port. */
import { moto } from "./install.ts";
import { freePort, startProgram, untilAnswering } from "./process.ts";

/** A running moto server; each has an account of its own, `123456789012`. */
export interface MotoServer extends AsyncDisposable {
  /** Base URL, as an `endpoint_url` takes it. */
  readonly url: string;
}

/** Starts moto, or says why it cannot be had here. */
export async function startMoto(): Promise<MotoServer | { missing: string }> {
  const found = await moto();
  if ("missing" in found) return found;
  const port = await freePort();
  const program = startProgram(found.command, [...found.args, "-H", "127.0.0.1", "-p", String(port)], {
    env: found.env,
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilAnswering(`${url}/moto-api/`, program, "moto");
  } catch (error) {
    await program[Symbol.asyncDispose]();
    throw error;
  }
  return { url, [Symbol.asyncDispose]: () => program[Symbol.asyncDispose]() };
}
