import { CallError, toCallError } from "./call-error.ts";

/** All that is ever logged of a call: an allow-list. */
export interface CallRecord {
  readonly operation: string;
  readonly region: string;
  /** HTTP status, or `no answer`. */
  readonly status: number | "no answer";
  readonly error?: string;
  readonly requestId?: string;
  readonly durationMs: number;
  readonly attempts: number;
}

interface Meta {
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number };
}

export interface CallContext {
  readonly region: string;
  /** Milliseconds from the start to the end of the answer, over all attempts. */
  readonly timeout: number;
  readonly log: (record: CallRecord) => void;
}

/**
 * Runs one call with a time limit, and logs by list: operation, status, request id, duration, attempts. Nothing of the
 * request or the answer reaches the log.
 * @throws CallError
 */
export async function call<T>(
  context: CallContext,
  operation: string,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const note = (meta: Meta["$metadata"], error?: string) =>
    context.log({
      operation,
      region: context.region,
      status: meta?.httpStatusCode ?? "no answer",
      ...(error === undefined ? {} : { error }),
      ...(meta?.requestId ? { requestId: meta.requestId } : {}),
      durationMs: Math.round(performance.now() - started),
      attempts: meta?.attempts ?? 1,
    });
  const limit = timeLimit(operation, context.timeout);
  try {
    const output = await Promise.race([send(limit.signal), limit.up]);
    note((output as Meta).$metadata);
    return output;
  } catch (error) {
    const callError = toCallError(operation, error);
    note((error as Meta | undefined)?.$metadata, callError.answer.name);
    throw callError;
  } finally {
    limit.clear();
  }
}

/**
 * A time limit that holds whatever the SDK does: some answers (101 Switching Protocols) leave its promise open for ever, and a
 * timer that keeps no process alive would then let a command end in the middle, as if all were well.
 */
function timeLimit(operation: string, ms: number) {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const up = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new CallError({ operation, name: "time-out" }, "no answer"));
    }, ms);
  });
  return { signal: controller.signal, up, clear: () => clearTimeout(timer) };
}
