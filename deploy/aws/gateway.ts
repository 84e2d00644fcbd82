import type { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { Identity } from "./answers.ts";
import { type CallContext, call } from "./call.ts";
import { identityClient, readingClient, writingClient } from "./clients.ts";
import type { Credentials } from "./credentials.ts";
import { createReads, type Reads } from "./reads.ts";
import type { Target } from "./target.ts";
import { createWrites, type Writes } from "./writes.ts";

/** The calls that are made to AWS, and no others. Each rejects with a `CallError`. What they return holds no secret. */
export interface Gateway extends Reads, Writes {
  identify(): Promise<Identity>;
}

export interface GatewayOptions {
  readonly cognito: Target;
  readonly sts: Target;
  readonly credentials: () => Promise<Credentials>;
  readonly context: CallContext;
  /** Milliseconds for a write. */
  readonly answer: number;
}

/** The only user of the AWS SDK's service clients. */
export function createGateway({ cognito, sts, credentials, context, answer: timeout }: GatewayOptions): Gateway {
  let reader: CognitoIdentityProviderClient | undefined;
  const reading = () => {
    reader ??= readingClient(cognito, credentials);
    return reader;
  };
  return {
    async identify() {
      const client = identityClient(sts, credentials);
      try {
        const answer = await call({ ...context, region: sts.region }, "GetCallerIdentity", (abortSignal) =>
          client.send(new GetCallerIdentityCommand({}), { abortSignal }),
        );
        return {
          ...(answer.Account ? { accountId: answer.Account } : {}),
          ...(answer.Arn ? { callerArn: answer.Arn } : {}),
        };
      } finally {
        client.destroy();
      }
    },
    ...createReads(reading, context),
    ...createWrites((request) => writingClient(cognito, credentials, reader?.config.systemClockOffset ?? 0, request), {
      ...context,
      timeout,
    }),
  };
}
