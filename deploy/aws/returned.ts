import type { UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";
import type { DescribedClient } from "./answers.ts";
import { describedClient } from "./shapes.ts";

/** A secret is reachable through `takeSecret` alone, once, and gone after `forgetSecret`. */
export interface SecretHolder {
  takeSecret(): string | undefined;
  forgetSecret(): void;
}

/** Holds a secret in one place, so that no printer follows it. */
export function secretHolder(value: string | undefined): SecretHolder & { sameSecret(other: string): boolean } {
  let secret = value;
  return {
    sameSecret: (other) => other === secret,
    takeSecret() {
      const taken = secret;
      secret = undefined;
      return taken;
    },
    forgetSecret() {
      secret = undefined;
    },
  };
}

/** An app client as AWS returned it, its secret apart. */
export interface ReturnedClient extends DescribedClient, SecretHolder {
  sameSecret(secret: string): boolean;
}

/** @param unknownMembers of the raw answer, which the SDK has dropped. */
export function returned(
  clientId: string,
  client: UserPoolClientType | undefined,
  unknownMembers: readonly string[] = [],
): ReturnedClient {
  return { ...describedClient(clientId, client), unknownMembers, ...secretHolder(client?.ClientSecret) };
}
