import type { AwsAnswer } from "../problem.ts";

/**
 * What is certain about a request that failed.
 * - `not sent`: no byte of it left this machine.
 * - `refused`: AWS answered that it did not happen.
 * - `failed`: AWS answered with a failure of its own; it may have happened.
 * - `no answer`: anything else; it may have happened, or happen still.
 */
export type Fate = "not sent" | "refused" | "failed" | "no answer";

/** What a failed call means: decided here, once, for everything above. */
export type Kind =
  /** No connection to where it should go. */
  | "unreachable"
  /** The SDK cannot send it as it was shown. */
  | "unsendable"
  /** The session has ended. */
  | "expired"
  /** AWS does not know these credentials. */
  | "credentials"
  | "signature"
  /** The signature is refused because this machine's clock is wrong. */
  | "clock"
  /** IAM (or Cognito itself) says no. */
  | "permission"
  /** Too many requests: this one was not run. */
  | "throttled"
  /** The pool, or the app client in it, does not exist. */
  | "missing"
  | "quota"
  /** Another write to the same thing is under way: this one was not run. */
  | "concurrent"
  /** The pool's feature plan lacks it. */
  | "tier"
  /** The pool is written in another region, or does not have this at all. */
  | "not-enabled"
  /** It is there already. */
  | "exists"
  /** Any other answer that says no to this request. */
  | "refused"
  | "failed"
  | "no answer";

/** The one error that the gateway rejects with. `message` is never shown; `answer` is. */
export class CallError extends Error {
  readonly answer: AwsAnswer;
  readonly fate: Fate;
  readonly kind: Kind;
  /** Without the SDK's error as cause: that one holds the raw answer, which may hold a secret. */
  constructor(answer: AwsAnswer, fate: Fate) {
    super(`${answer.operation}: ${answer.name}`);
    this.name = "CallError";
    this.answer = answer;
    this.fate = fate;
    this.kind = kindOf(answer, fate);
  }

  /** It may have happened, or happen still. */
  get open(): boolean {
    return this.fate === "failed" || this.fate === "no answer";
  }

  /** Whatever else would be asked with these credentials meets the same. */
  get general(): boolean {
    return GENERAL.has(this.kind);
  }
}

const GENERAL: ReadonlySet<Kind> = new Set(["unreachable", "expired", "credentials", "signature", "clock"]);

function kindOf({ name, message = "" }: AwsAnswer, fate: Fate): Kind {
  if (fate === "failed" || fate === "no answer") return fate;
  if (fate === "not sent") return name === "NotAsShown" ? "unsendable" : "unreachable";
  if (THROTTLING.has(name)) return "throttled";
  if (/^(?:InvalidSignatureException|SignatureDoesNotMatch|RequestExpired|IncompleteSignature)/.test(name)) {
    return /expired|not yet current/i.test(message) ? "clock" : "signature";
  }
  return kinds.find(([names]) => names.test(name))?.[1] ?? "refused";
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html and each operation's page. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^ExpiredToken/, "expired"],
  [/^(?:UnrecognizedClient|InvalidClientTokenId|MissingAuthenticationToken|InvalidAccessKeyId)/, "credentials"],
  [/^(?:AccessDenied|NotAuthorizedException$|UnauthorizedOperation$|OptInRequired$)/, "permission"],
  [/^ResourceNotFoundException$/, "missing"],
  [/^LimitExceededException$/, "quota"],
  [/^ConcurrentModificationException$/, "concurrent"],
  [/^FeatureUnavailableInTierException$/, "tier"],
  [/^OperationNotEnabledException$/, "not-enabled"],
  [/^ManagedLoginBrandingExistsException$/, "exists"],
];

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
    return new CallError(answer, fateOf(status, name));
  }
  const answer = {
    operation,
    name: code ?? (status === undefined ? untyped(name) : `HTTP ${status}`),
    ...(status === undefined ? {} : { status }),
    ...(meta.requestId ? { requestId: meta.requestId } : {}),
  };
  return new CallError(answer, neverLeft(error) ? "not sent" : "no answer");
}

/** Statuses with which a service says that it did not run a request. 408, 409 and the rest of 4xx may come after the effect. */
const NOT_RUN = new Set([400, 401, 403, 404, 413, 429]);

function fateOf(status: number, name: string): Fate {
  if (status === 500 || status === 503) return "failed";
  // A gateway in between answers 502 and 504 while the service may still be at work.
  return NOT_RUN.has(status) && !/^Request(?:Timeout|TimedOut|Cancell?ed)/.test(name) ? "refused" : "no answer";
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
