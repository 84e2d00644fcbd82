import { createServer } from "node:net";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { CallError, toCallError } from "./call-error.ts";
import { writingClient } from "./clients.ts";
import { createGateway } from "./gateway.ts";

const target = (endpoint: string) => ({
  region: "us-east-1",
  endpoint,
  fips: false,
  dualstack: false,
  connectTimeout: 1_000,
});
const request = { UserPoolId: "us-east-1_AbC", ClientName: "web" };

async function createAt(endpoint: string, body: Record<string, unknown> = request): Promise<CallError> {
  const gateway = createGateway({
    cognito: target(endpoint),
    sts: target(endpoint),
    credentials: async () => ({ accessKeyId: "a", secretAccessKey: "b" }),
    context: { region: "us-east-1", timeout: 2_000, log: () => {} },
    answer: 2_000,
  });
  const error = await gateway.createClient(body as typeof request).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CallError)) throw new Error("no CallError");
  return error;
}

/** A server that does this with the first bytes of each connection. */
async function serving<T>(
  first: (socket: import("node:net").Socket) => void,
  use: (port: number) => Promise<T>,
): Promise<T> {
  const server = createServer((socket) => void socket.on("error", () => {}).once("data", () => first(socket)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  try {
    return await use(typeof address === "object" && address ? address.port : 0);
  } finally {
    server.close();
  }
}

describe("nothing was sent", () => {
  test("connection refused", async () => {
    const port = await serving(
      () => {},
      async (free) => free,
    );
    expect(await createAt(`http://127.0.0.1:${port}`)).toMatchObject({
      fate: "not sent",
      answer: { name: "ECONNREFUSED" },
    });
  });

  test("no TLS at the other end", async () => {
    const error = await serving(
      (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
      (port) => createAt(`https://127.0.0.1:${port}`),
    );
    expect(error.fate).toBe("not sent");
  });

  test("closed during the TLS handshake", async () => {
    const error = await serving(
      (socket) => socket.destroy(),
      (port) => createAt(`https://127.0.0.1:${port}`),
    );
    expect(error.fate).toBe("not sent");
  });

  test("the SDK would leave out a member", async () => {
    const unused = await serving(
      () => {},
      async (free) => free,
    );
    expect(await createAt(`http://127.0.0.1:${unused}`, { ...request, Unheard: true })).toMatchObject({
      fate: "not sent",
      answer: { name: "NotAsShown" },
    });
  });

  test.each([
    [
      "a name that does not resolve",
      Object.assign(new Error("getaddrinfo ENOTFOUND x"), { code: "ENOTFOUND", syscall: "getaddrinfo" }),
    ],
    ["a certificate for another host", Object.assign(new Error("…"), { code: "ERR_TLS_CERT_ALTNAME_INVALID" })],
    ["a certificate of a proxy", Object.assign(new Error("…"), { code: "SELF_SIGNED_CERT_IN_CHAIN" })],
    [
      "no connection within the time",
      Object.assign(
        new Error(
          "@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of 1000 ms.",
        ),
        { name: "TimeoutError" },
      ),
    ],
    [
      "every address refused",
      new AggregateError([
        Object.assign(new Error("…"), { code: "ECONNREFUSED", syscall: "connect" }),
        Object.assign(new Error("…"), { code: "EHOSTUNREACH", syscall: "connect" }),
      ]),
    ],
  ])("%s", (_what, error) => {
    expect(toCallError("CreateUserPoolClient", error).fate).toBe("not sent");
  });
});

describe("it may have happened", () => {
  test.each([
    ["reset", Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" })],
    ["cut while writing", Object.assign(new Error("write EPIPE"), { code: "EPIPE", syscall: "write" })],
    ["timed out", Object.assign(new Error("aborted"), { name: "AbortError" })],
    [
      "some addresses refused",
      new AggregateError([Object.assign(new Error("…"), { syscall: "connect" }), new Error("…")]),
    ],
    ["nothing known", undefined],
    ["a string", "oops"],
    [
      "an AWS answer of an unknown name",
      { name: "UnknownError", $fault: "client", $metadata: { httpStatusCode: 400 } },
    ],
    ["a gateway in between", { name: "ServiceUnavailable", $fault: "server", $metadata: { httpStatusCode: 504 } }],
    ["a redirect", { name: "Redirect", $fault: "client", $metadata: { httpStatusCode: 307 } }],
  ])("%s", (_what, error) => {
    expect(toCallError("CreateUserPoolClient", error).fate).toBe("no answer");
  });
});

test("our own time limit is called by its name", () => {
  expect(
    toCallError("ListUserPools", Object.assign(new Error("Request aborted"), { name: "AbortError" })).answer.name,
  ).toBe("time-out");
});

test("an error of the transport never carries the answer's text", async () => {
  const secret = "canarySecretInHalfAnAnswer";
  const body = `{"UserPoolClient":{"ClientSecret":"${secret}","Cl`;
  const error = await serving(
    (socket) =>
      socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.1\r\nconnection: close\r\n\r\n${body}`),
    (port) => createAt(`http://127.0.0.1:${port}`),
  );
  expect(error.fate).toBe("no answer");
  expect(`${inspect(error, { depth: null, showHidden: true })} ${JSON.stringify(error)} ${error.stack}`).not.toContain(
    secret,
  );
});

test("a create is one attempt, whatever the environment says about retries", async () => {
  vi.stubEnv("AWS_MAX_ATTEMPTS", "5");
  vi.stubEnv("AWS_RETRY_MODE", "adaptive");
  const client = writingClient(
    target("http://127.0.0.1:1"),
    async () => ({ accessKeyId: "a", secretAccessKey: "b" }),
    0,
    request,
  );
  expect(await client.config.maxAttempts()).toBe(1);
  let connections = 0;
  await serving(
    (socket) => {
      connections++;
      socket.destroy();
    },
    (port) => createAt(`http://127.0.0.1:${port}`),
  );
  expect(connections).toBe(1);
  vi.unstubAllEnvs();
});
