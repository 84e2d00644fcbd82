/**
 * Faults between the AWS SDK and a server, as conducts of the counting proxy. They fit every write: create, update,
 * delete, adding and deleting a secret, and styles.
 * Each fault says what it leaves behind, so that a test can hold what a user is told against what is there.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { awsError } from "./aws-error.ts";
import { type Answer, type Call, type Conduct, passOn } from "./count-proxy.ts";

export { awsError } from "./aws-error.ts";
export { type Door, startDoor } from "./door.ts";

/** An answer of something between us and AWS. */
function page(status: number): Answer {
  return { status, headers: { "content-type": "text/html" }, body: Buffer.from("<html><body>gateway</body></html>") };
}

const reset = (call: Call) => {
  call.request.socket.resetAndDestroy();
};

/** To an HTTP client of Node that waits for a response only, this is no answer and no error, for ever. */
export function switchProtocols(call: Call): void {
  call.request.socket.end("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n");
}

/** Writes only the first half of an answer; `declared` tells the caller how long the whole would be. */
function half(call: Call, { status, headers, body }: Answer, declared: boolean): void {
  const length = declared ? { "content-length": String(body.length) } : { connection: "close" };
  call.response.writeHead(status, { ...headers, ...length });
  call.response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
    if (declared) call.response.destroy();
    else call.response.end();
  });
}

export interface Fault {
  readonly name: string;
  /**
   * The state that a single request with this fault leaves, sooner or later. 0: what was before. 1: what the request
   * asked for, once: an app client more, another setting, a secret or style more, or one less.
   */
  readonly effect: 0 | 1;
  /** It lasts longer than an impatient caller waits. */
  readonly late?: true;
  /** The pool does not show the app client while it is looked at. */
  readonly hidden?: true;
  /** What may be said of it. */
  readonly allowed: readonly ("done" | "not-done" | "unknown")[];
  readonly conduct: Conduct;
}

/** The three operations of secrets have another name for it than the rest: the SDK's lists of their errors. */
const internal = ({ operation }: Call) =>
  awsError(
    500,
    /UserPoolClientSecrets?$/.test(operation) ? "InternalServerException" : "InternalErrorException",
    "Internal error",
  );

/** A refusal that the operation has, whatever was asked of it. */
function refusal({ operation }: Call): Answer {
  if (/^(?:Create|Update)UserPoolClient$/.test(operation))
    return awsError(
      400,
      "InvalidOAuthFlowException",
      "client_credentials flow can not be selected along with code flow or implicit flow.",
    );
  return awsError(400, "InvalidParameterException", "The request is refused.");
}

const lost = ["done", "unknown"] as const;
/** It did not happen, but nothing that was seen says so for certain. */
const never = ["unknown"] as const;

/** @param late milliseconds that are longer than the SDK waits for an answer. */
export function faults(late: number): readonly Fault[] {
  return [
    { name: "no fault", effect: 1, allowed: ["done"], conduct: passOn },
    { name: "reset before it was forwarded", effect: 0, allowed: never, conduct: reset },
    {
      name: "closed before it was forwarded",
      effect: 0,
      allowed: never,
      conduct: (call) => void call.response.destroy(),
    },
    {
      name: "reset after it was forwarded",
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        await call.forward();
        reset(call);
      },
    },
    {
      name: "closed after it was forwarded",
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        await call.forward();
        call.response.destroy();
      },
    },
    {
      name: "answer cut in half",
      effect: 1,
      allowed: lost,
      conduct: async (call) => half(call, await call.forward(), true),
    },
    {
      name: "answer cut in half, ended politely",
      effect: 1,
      allowed: lost,
      conduct: async (call) => half(call, await call.forward(), false),
    },
    {
      name: "empty answer with status 200",
      effect: 1,
      allowed: lost,
      conduct: async (call) => call.answer({ ...(await call.forward()), body: Buffer.alloc(0) }),
    },
    {
      name: "answer too late",
      late: true,
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        const answer = await call.forward();
        await sleep(late);
        call.answer(answer);
      },
    },
    {
      name: "takes effect only after the caller gave up",
      late: true,
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        await sleep(late);
        await call.forward();
        call.response.destroy();
      },
    },
    {
      name: "never answered",
      late: true,
      effect: 0,
      allowed: never,
      conduct: async (call) => {
        await sleep(late);
        call.response.destroy();
      },
    },
    {
      name: "500 before the effect",
      effect: 0,
      allowed: never,
      conduct: (call) => call.answer(internal(call)),
    },
    {
      name: "500 after the effect",
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        await call.forward();
        call.answer(internal(call));
      },
    },
    ...[500, 503].map(
      (status): Fault => ({
        name: `${status} after the effect, listed late`,
        effect: 1,
        allowed: lost,
        hidden: true,
        conduct: async (call) => {
          await call.forward();
          call.answer(awsError(status, "InternalErrorException", "Internal error"));
        },
      }),
    ),
    {
      name: "408 after the effect",
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        await call.forward();
        call.answer(awsError(408, "RequestTimeout", "Your socket connection was not read from in time."));
      },
    },
    {
      name: "an answer about another app client",
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        const answer = await call.forward();
        const text = answer.body.toString().replace(/"ClientName":"[^"]*"/, '"ClientName":"somebody else\'s"');
        call.answer({ ...answer, body: Buffer.from(text) });
      },
    },
    {
      name: "101 before the effect",
      late: true,
      effect: 0,
      allowed: never,
      conduct: switchProtocols,
    },
    {
      name: "101 after the effect",
      late: true,
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        await call.forward();
        switchProtocols(call);
      },
    },
    { name: "502 page before the effect", effect: 0, allowed: never, conduct: (call) => call.answer(page(502)) },
    {
      name: "504 page after the effect",
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        await call.forward();
        call.answer(page(504));
      },
    },
    { name: "429 without AWS's name for it", effect: 0, allowed: never, conduct: (call) => call.answer(page(429)) },
    {
      name: "429 page after the effect",
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        await call.forward();
        call.answer({ status: 429, headers: {}, body: Buffer.alloc(0) });
      },
    },
    { name: "throttled every time", effect: 0, allowed: ["not-done"], conduct: (call) => call.answer(throttled) },
    {
      name: "expired token",
      effect: 0,
      allowed: ["not-done"],
      conduct: (call) =>
        call.answer(awsError(400, "ExpiredTokenException", "The security token included in the request is expired")),
    },
    {
      name: "refused",
      effect: 0,
      allowed: ["not-done"],
      conduct: (call) => call.answer(refusal(call)),
    },
  ];
}

const throttled = awsError(400, "TooManyRequestsException", "Rate exceeded");

/**
 * A lock that somebody else has: refused, so nothing has happened. Operations that lock a pool have it, which create and
 * those of secrets do not. "Only one request to update user pool client can be processed at a time.":
 * hashicorp/terraform-provider-aws#19794.
 */
export const locked = awsError(
  400,
  "ConcurrentModificationException",
  "Only one request to update user pool client can be processed at a time.",
);

/** Meets the lock for the first `times` requests, then lets them through. */
export function lockedFirst(times: number): Conduct {
  let left = times;
  return (call) => (left-- > 0 ? call.answer(locked) : passOn(call));
}

/** Throttles the first `times` requests, then lets them through. */
export function throttledFirst(times: number): Conduct {
  let left = times;
  return (call) => (left-- > 0 ? call.answer(throttled) : passOn(call));
}

/** What cognito-local lacks and answers with 500, which the SDK tries four times: said at once instead. */
export const emulated: Conduct = (call) =>
  call.operation === "ListResourceServers" || call.operation === "ListIdentityProviders"
    ? call.answer(awsError(400, "AccessDeniedException", "not authorized"))
    : passOn(call);

/** Applies a conduct to one operation and passes the others on, by default as `emulated` does. */
export function only(operation: string, conduct: Conduct, others: Conduct = emulated): Conduct {
  return (call) => (call.operation === operation ? conduct(call) : others(call));
}
