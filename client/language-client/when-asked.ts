/** @returns a promise whose work begins when somebody first waits for it, so that handing it on costs nothing. */
export function whenAsked<T>(work: () => Promise<T>): Promise<T> {
  let running: Promise<T> | undefined;
  const run = () => {
    running ??= work();
    return running;
  };
  return {
    // biome-ignore lint/suspicious/noThenProperty: it is a promise, and waiting for it is what begins the work.
    then: (fulfilled, rejected) => run().then(fulfilled, rejected),
    catch: (rejected) => run().catch(rejected),
    finally: (settled) => run().finally(settled),
    [Symbol.toStringTag]: "Promise",
  };
}
