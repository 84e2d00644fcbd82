/**
 * An HTTP proxy in front of an emulator that writes down every call that arrives.
 *
 * What it does with a call is its *conduct*: by default it passes the call on. A fault is another conduct, which may
 * answer by itself, pass the call on and then cut the answer, wait, or destroy the connection.
 */
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";

/** An answer as it came from the emulator, or as a conduct makes it up. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** One call on its way. */
export interface Call {
  /** The operation, such as `CreateUserPoolClient` (the last part of `x-amz-target`; for STS, the form's `Action`). */
  readonly operation: string;
  readonly body: Buffer;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Sends the call to the emulator and waits for the whole answer. */
  forward(): Promise<Answer>;
  /** Answers the caller. */
  answer(answer: Answer): void;
}

/** What the proxy does with a call. */
export type Conduct = (call: Call) => Promise<void> | void;

/** Forwards the call and hands the answer back unchanged. */
export const passOn: Conduct = async (call) => call.answer(await call.forward());

export interface CountProxy extends AsyncDisposable {
  readonly url: string;
  /** Operations in the order of their arrival, counted before anything is done with them. */
  readonly calls: readonly string[];
  /** Those of `calls` that change something at AWS: all but Describe…, Get…, List… and Search…. */
  writes(): string[];
  /** Forgets the calls so far. */
  reset(): void;
  /** Changes what is done with the calls from now on. */
  conduct: Conduct;
}

const reading = /^(Admin)?(Describe|Get|List|Search)/;

async function bytes(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function operationOf(request: IncomingMessage, body: Buffer): string {
  const target = request.headers["x-amz-target"];
  if (typeof target === "string") return target.slice(target.lastIndexOf(".") + 1);
  return new URLSearchParams(body.toString()).get("Action") ?? `${request.method} ${request.url}`;
}

function forwardTo(emulator: URL, request: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, url: path } = request;
    const headers = { ...request.headers, host: emulator.host };
    const options = { host: emulator.hostname, port: emulator.port, method, path, headers, agent: false };
    const onward = httpRequest(options, (answer) => {
      bytes(answer).then((received) => {
        const kept = Object.entries(answer.headers).flatMap(([name, value]) =>
          value === undefined || /^(connection|keep-alive|transfer-encoding|content-length)$/.test(name)
            ? []
            : [[name, String(value)]],
        );
        resolve({ status: answer.statusCode ?? 502, headers: Object.fromEntries(kept), body: received });
      }, reject);
    });
    onward.on("error", reject).end(body);
  });
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
    });
  });
}

/** Starts a proxy on a free loopback port in front of `emulator`, a base URL. */
export async function startCountProxy(emulator: string, conduct: Conduct = passOn): Promise<CountProxy> {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bytes(request);
    const operation = operationOf(request, body);
    calls.push(operation);
    try {
      await proxy.conduct({
        operation,
        body,
        request,
        response,
        forward: () => forwardTo(new URL(emulator), request, body),
        answer: ({ status, headers, body: answer }) => {
          response.writeHead(status, { ...headers, "content-length": answer.length }).end(answer);
        },
      });
    } catch {
      // The emulator could not be reached: to the caller that is a cut connection.
      response.destroy();
    }
  });
  const proxy: CountProxy = {
    url: await listen(server),
    calls,
    writes: () => calls.filter((operation) => !reading.test(operation)),
    reset: () => calls.splice(0),
    conduct,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}
