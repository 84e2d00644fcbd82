import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CountProxy, startCountProxy } from "../support/count-proxy.ts";

const seen: string[] = [];
const emulator = createServer((request, response) => {
  seen.push(String(request.headers["x-amz-target"]));
  response.writeHead(400, { "x-amzn-errortype": "NotFound" }).end('{"message":"no"}');
});

let proxy: CountProxy;
beforeAll(async () => {
  await new Promise<void>((resolve) => emulator.listen(0, "127.0.0.1", resolve));
  const address = emulator.address();
  proxy = await startCountProxy(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
});
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  emulator.close();
});

const call = (operation: string): Promise<Response> =>
  fetch(proxy.url, {
    method: "POST",
    body: "{}",
    headers: { "x-amz-target": `AWSCognitoIdentityProviderService.${operation}` },
  });

test("A call is counted and handed on, and its answer comes back as it was", async () => {
  const answer = await call("CreateUserPoolClient");
  expect([answer.status, answer.headers.get("x-amzn-errortype"), await answer.text()]).toEqual([
    400,
    "NotFound",
    '{"message":"no"}',
  ]);
  expect(seen).toEqual(["AWSCognitoIdentityProviderService.CreateUserPoolClient"]);
});

test("Reads are told from writes", async () => {
  proxy.reset();
  await call("ListUserPools");
  await call("DescribeUserPoolClient");
  await call("DeleteUserPoolClient");
  await fetch(proxy.url, { method: "POST", body: "Action=GetCallerIdentity&Version=2011-06-15" });
  expect(proxy.calls).toEqual(["ListUserPools", "DescribeUserPoolClient", "DeleteUserPoolClient", "GetCallerIdentity"]);
  expect(proxy.writes()).toEqual(["DeleteUserPoolClient"]);
});

test("A call is counted before the conduct decides, and an emulator that is gone cuts the connection", async () => {
  proxy.reset();
  const { conduct } = proxy;
  proxy.conduct = ({ request }) => void request.socket.destroy();
  await expect(call("CreateUserPoolClient")).rejects.toThrow();
  proxy.conduct = conduct;
  expect(proxy.writes()).toEqual(["CreateUserPoolClient"]);
});
