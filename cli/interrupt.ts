/** Exit codes of a command that a signal ended: 128 and the signal's number. */
const codes = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs work that a first Ctrl-C (or SIGTERM) asks to stop where nothing is under way, instead of ending the process in the
 * middle of a request. A second one ends it.
 * @returns what came of it, and the exit code that the signal stands for, if there was one.
 */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ value: T; code?: number }> {
  const controller = new AbortController();
  let code: number | undefined;
  const listeners = (["SIGINT", "SIGTERM"] as const).map((name) => {
    const stop = () => {
      code = codes[name];
      controller.abort();
    };
    process.once(name, stop);
    return () => process.off(name, stop);
  });
  try {
    const value = await work(controller.signal);
    return code === undefined ? { value } : { value, code };
  } finally {
    for (const remove of listeners) remove();
  }
}
