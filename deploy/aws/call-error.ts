import type { AwsAnswer } from "../problem.ts";

/**
 * What is certain about a request that failed.
 * - `not sent`: no byte of it left this machine.
 * - `refused`: AWS answered that it did not happen.
 * - `failed`: AWS answered with a failure of its own; it may have happened.
 * - `no answer`: anything else; it may have happened, or happen still.
 */
export type Fate = "not sent" | "refused" | "failed" | "no answer";

/** The one error that the gateway rejects with. `message` is never shown; `answer` is. */
export class CallError extends Error {
  readonly answer: AwsAnswer;
  readonly fate: Fate;
  /** A throttling answer: it did not happen, and may be tried again after a while. */
  readonly throttled: boolean;
  /** Without the SDK's error as cause: that one holds the raw answer, which may hold a secret. */
  constructor(answer: AwsAnswer, fate: Fate) {
    super(`${answer.operation}: ${answer.name}`);
    this.name = "CallError";
    this.answer = answer;
    this.fate = fate;
    this.throttled = fate === "refused" && THROTTLING.has(answer.name);
  }
}

/** AWS's names for "too fast": https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
const THROTTLING = new Set([
  "TooManyRequestsException",
  "ThrottlingException",
  "ThrottledException",
  "Throttling",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
]);

/** Codes with which Node gives up before a TLS session exists, so before a request can be written. */
const BEFORE_TLS =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|HOSTNAME_MISMATCH$|INVALID_CA$|EPROTO$)/;

/** The SDK's connection time-out, and Node's end of a TLS handshake, carry no code that says as much. */
const NEVER_CONNECTED =
  /^(?:@smithy\/node-http-handler - the request socket did not establish a connection|Client network socket disconnected before secure TLS connection was established)/;

/**
 * Reads what is certain off an error of the SDK. In doubt it is `no answer`: a look-up costs little, a wrong claim much.
 * Only positive evidence of Node (`syscall`, certificate codes) counts as `not sent`, because an editor may replace agents.
 */
export function toCallError(operation: string, error: unknown): CallError {
  if (error instanceof CallError) return error;
  const {
    name,
    message,
    code,
    $metadata: meta = {},
    $fault,
  } = (error ?? {}) as {
    name?: string;
    message?: string;
    code?: string;
    $metadata?: { httpStatusCode?: number; requestId?: string };
    $fault?: string;
  };
  const status = meta.httpStatusCode;
  const typed =
    $fault !== undefined && name !== undefined && /^[A-Z]\w+$/.test(name) && !/^Unknown/.test(name) && name !== "Error";
  if (typed && status !== undefined && status >= 400) {
    const answer = {
      operation,
      name,
      status,
      ...text(message),
      ...(meta.requestId ? { requestId: meta.requestId } : {}),
    };
    // A gateway in between answers 502 and 504 while the service may still be at work.
    const fate = status < 500 ? "refused" : status === 500 || status === 503 ? "failed" : "no answer";
    return new CallError(answer, fate);
  }
  const answer = {
    operation,
    name: code ?? (status === undefined ? untyped(name) : `HTTP ${status}`),
    ...(status === undefined ? {} : { status }),
    ...(meta.requestId ? { requestId: meta.requestId } : {}),
  };
  return new CallError(answer, neverLeft(error) ? "not sent" : "no answer");
}

/** What aborts a call of ours is its time limit. */
function untyped(name: string | undefined): string {
  return name === "AbortError" ? "time-out" : (name ?? "UnknownError");
}

function text(message: string | undefined): { message?: string } {
  return message && message !== "UnknownError" ? { message } : {};
}

function neverLeft(error: unknown): boolean {
  // Happy eyeballs: one error for each address that was tried.
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverLeft);
  const {
    name,
    code,
    syscall,
    message = "",
  } = (error ?? {}) as { name?: string; code?: string; syscall?: string; message?: string };
  return (
    syscall === "connect" ||
    syscall === "getaddrinfo" ||
    name === "NotAsShown" ||
    (code !== undefined && BEFORE_TLS.test(code)) ||
    NEVER_CONNECTED.test(message)
  );
}
