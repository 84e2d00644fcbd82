import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { STSClient } from "@aws-sdk/client-sts";
import type { Json, JsonObject } from "../json.ts";
import { sameJson } from "../json.ts";
import type { Credentials } from "./credentials.ts";
import type { Target } from "./target.ts";

const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

function shared({ region, endpoint, fips, dualstack }: Target, credentials: () => Promise<Credentials>) {
  return {
    region,
    credentials,
    logger: silent,
    ...(endpoint === undefined
      ? { ignoreConfiguredEndpointUrls: true, useFipsEndpoint: fips, useDualstackEndpoint: dualstack }
      : { endpoint, useFipsEndpoint: false, useDualstackEndpoint: false }),
  };
}

/** For reads: the SDK retries throttling, 5xx and lost connections with back-off. */
export function readingClient(target: Target, credentials: () => Promise<Credentials>): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    ...shared(target, credentials),
    maxAttempts: 4,
    requestHandler: { connectionTimeout: target.connectTimeout },
  });
}

/**
 * For one write: a single attempt on a connection of its own, so that a connection that the server closed meanwhile
 * cannot make a request look lost. Throws `NotAsShown` before anything is sent when the body is not exactly `request`.
 * The clock offset comes from the reads, as it would within one client.
 */
export function writingClient(
  target: Target,
  credentials: () => Promise<Credentials>,
  systemClockOffset: number,
  request: JsonObject,
): CognitoIdentityProviderClient {
  const client = new CognitoIdentityProviderClient({
    ...shared(target, credentials),
    systemClockOffset,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: target.connectTimeout,
      httpAgent: new HttpAgent({ keepAlive: false }),
      httpsAgent: new HttpsAgent({ keepAlive: false }),
    },
  });
  client.middlewareStack.add(
    (next) => async (args) => {
      const { body } = args.request as { body?: unknown };
      const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
      if (!sameJson(JSON.parse(text) as Json, request)) throw new NotAsShown();
      return next(args);
    },
    { step: "build", name: "asShown" },
  );
  return client;
}

/** The SDK leaves out members that it does not know: then what was shown could not be what is sent. */
export class NotAsShown extends Error {
  override readonly name = "NotAsShown";
}

export function identityClient(target: Target, credentials: () => Promise<Credentials>): STSClient {
  return new STSClient({
    ...shared(target, credentials),
    maxAttempts: 2,
    requestHandler: { connectionTimeout: target.connectTimeout },
  });
}
