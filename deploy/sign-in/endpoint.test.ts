import { describe, expect, test } from "vitest";
import { endpointFor } from "./endpoint.ts";

const services = new Map([
  [
    "local",
    { "cognito_identity_provider.endpoint_url": "http://localhost:1", "sts.endpoint_url": "http://localhost:2" },
  ],
]);
const COGNITO = "cognito_identity_provider";

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
describe("precedence", () => {
  test.each([
    ["none", {}, {}, undefined],
    ["profile", {}, { endpoint_url: "http://localhost:3" }, "http://localhost:3"],
    [
      "services section before profile",
      {},
      { endpoint_url: "http://localhost:3", services: "local" },
      "http://localhost:1",
    ],
    [
      "environment before files",
      { AWS_ENDPOINT_URL: "http://localhost:4" },
      { services: "local" },
      "http://localhost:4",
    ],
    [
      "service before global in the environment",
      { AWS_ENDPOINT_URL: "http://localhost:4", AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: "http://localhost:5" },
      {},
      "http://localhost:5",
    ],
    [
      "ignored by the profile",
      { AWS_ENDPOINT_URL: "http://localhost:4" },
      { services: "local", ignore_configured_endpoint_urls: "true" },
      undefined,
    ],
    [
      "ignored by the environment",
      { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "TRUE" },
      { endpoint_url: "http://localhost:3" },
      undefined,
    ],
    [
      "not ignored",
      { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false" },
      { endpoint_url: "http://localhost:3" },
      "http://localhost:3",
    ],
  ])("%s", (_what, env, profile, url) => {
    expect(endpointFor(COGNITO, env, profile, { services })).toEqual({ ok: true, value: url });
  });

  test("each service has its own", () => {
    expect(endpointFor("sts", {}, { services: "local" }, { services })).toEqual({
      ok: true,
      value: "http://localhost:2",
    });
  });
});

test.each([
  ["a section that is not there", { services: "gone" }, /\[services gone\]/],
  ["no address", { endpoint_url: "localhost:9229" }, /no http or https address/],
  ["another scheme", { endpoint_url: "file:///etc/passwd" }, /no http or https address/],
])("%s is never taken for AWS itself", (_what, profile, message) => {
  expect(endpointFor(COGNITO, {}, profile, { services })).toMatchObject({
    ok: false,
    problem: { kind: "config", message: expect.stringMatching(message) },
  });
});
