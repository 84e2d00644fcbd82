/**
 * Faults between the AWS SDK and an emulator, as conducts of the counting proxy, and a door in front of it that can be shut.
 * Each fault says what it leaves behind, so that a test can hold what a user is told against what is there.
 */
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, type Call, type Conduct, passOn } from "./count-proxy.ts";

/** AWS's wire form of a refusal or failure: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export function awsError(status: number, name: string, message: string): Answer {
  return {
    status,
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amzn-requestid": "11111111-2222-3333-4444-555555555555",
      "x-amzn-errortype": `${name}:`,
      "x-amzn-errormessage": message.replace(/[^\x20-\x7e]/g, "?"),
    },
    body: Buffer.from(JSON.stringify({ __type: name, message })),
  };
}

/** An answer of something between us and AWS. */
function page(status: number): Answer {
  return { status, headers: { "content-type": "text/html" }, body: Buffer.from("<html><body>gateway</body></html>") };
}

const reset = (call: Call) => {
  call.request.socket.resetAndDestroy();
};

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
  /** How many app clients a single request with this fault leaves in the pool, sooner or later. */
  readonly effect: 0 | 1;
  /** It lasts longer than an impatient caller waits. */
  readonly late?: true;
  /** What may be said of it. */
  readonly allowed: readonly ("done" | "not-done" | "unknown")[];
  readonly conduct: Conduct;
}

const lost = ["done", "unknown"] as const;
const never = ["not-done", "unknown"] as const;

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
      conduct: (call) => call.answer(awsError(500, "InternalErrorException", "Internal error")),
    },
    {
      name: "500 after the effect",
      effect: 1,
      allowed: lost,
      conduct: async (call) => {
        await call.forward();
        call.answer(awsError(500, "InternalErrorException", "Internal error"));
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
      conduct: (call) =>
        call.answer(
          awsError(
            400,
            "InvalidOAuthFlowException",
            "client_credentials flow can not be selected along with code flow or implicit flow.",
          ),
        ),
    },
  ];
}

const throttled = awsError(400, "TooManyRequestsException", "Rate exceeded");

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

/** Applies a conduct to one operation and passes the others on. */
export function only(operation: string, conduct: Conduct): Conduct {
  return (call) => (call.operation === operation ? conduct(call) : emulated(call));
}

/** A TCP door in front of a server on loopback: while it is shut, connections are refused. */
export interface Door extends AsyncDisposable {
  readonly url: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

export async function startDoor(target: string): Promise<Door> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const serve = (): Server =>
    createServer((inside) => {
      const outside = connect(Number(port), hostname);
      for (const [one, other] of [
        [inside, outside],
        [outside, inside],
      ] as const) {
        sockets.add(one);
        one
          .on("error", () => other.destroy())
          .on("close", () => {
            sockets.delete(one);
            other.destroy();
          });
        one.pipe(other);
      }
    });
  let server = serve();
  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => server.on("error", reject).listen(at, "127.0.0.1", resolve));
  await listen(0);
  const address = server.address();
  const own = typeof address === "object" && address ? address.port : 0;
  const shut = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return {
    url: `http://127.0.0.1:${own}`,
    shut,
    async open() {
      if (server.listening) return;
      server = serve();
      await listen(own);
    },
    [Symbol.asyncDispose]: shut,
  };
}
