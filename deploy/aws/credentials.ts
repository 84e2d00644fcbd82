import { getDefaultRoleAssumer, getDefaultRoleAssumerWithWebIdentity } from "@aws-sdk/client-sts";
import { fromEnv, fromIni, fromTokenFile } from "@aws-sdk/credential-providers";
import type { SharedConfig } from "./shared-config.ts";
import type { Target } from "./target.ts";

/** `environment`: the AWS_ACCESS_KEY_ID (or web identity) variables of the process, not a profile. */
export type ProfileChoice = { readonly kind: "profile"; readonly name: string } | { readonly kind: "environment" };

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** The user closed the box that asks for the MFA code. */
export class MfaCancelled extends Error {
  override readonly name = "MfaCancelled";
}

export interface CredentialOptions {
  readonly config: Pick<SharedConfig, "configFile" | "credentialsFile">;
  /** Where roles are assumed. */
  readonly sts: Target;
  readonly mfaCode: ((question: { profile: string; device: string }) => Promise<string | undefined>) | undefined;
}

/**
 * Credentials of exactly the chosen profile, or of the environment. The SDK's default chain is not used, because it goes
 * on to other sources when a profile has none. Sessions (SSO, login, process, web identity) are the SDK's own business.
 * @returns a function that resolves them once, and again when they are about to end. Rejections are not remembered.
 */
export function credentialsOf(
  choice: ProfileChoice,
  { config, sts, mfaCode }: CredentialOptions,
): () => Promise<Credentials> {
  const stsOptions = {
    region: sts.region,
    requestHandler: { connectionTimeout: sts.connectTimeout },
    ...(sts.endpoint === undefined
      ? { ignoreConfiguredEndpointUrls: true, useFipsEndpoint: sts.fips, useDualstackEndpoint: sts.dualstack }
      : { endpoint: sts.endpoint, useFipsEndpoint: false, useDualstackEndpoint: false }),
  } as Parameters<typeof getDefaultRoleAssumer>[0];
  const roleAssumerWithWebIdentity = getDefaultRoleAssumerWithWebIdentity(stsOptions);
  if (choice.kind === "environment") {
    const fromKeys = fromEnv();
    const fromToken = fromTokenFile({ roleAssumerWithWebIdentity });
    return remembered(() => (process.env["AWS_ACCESS_KEY_ID"] ? fromKeys() : fromToken()));
  }
  return remembered(
    fromIni({
      profile: choice.name,
      configFilepath: config.configFile,
      filepath: config.credentialsFile,
      ignoreCache: true,
      parentClientConfig: { region: sts.region },
      roleAssumer: getDefaultRoleAssumer(stsOptions),
      roleAssumerWithWebIdentity,
      mfaCodeProvider: async (device) => {
        const code = await mfaCode?.({ profile: choice.name, device });
        if (!code) throw new MfaCancelled();
        return code;
      },
    }),
  );
}

/** Credentials with less than this left are got again. Milliseconds. */
const TOO_SHORT = 60_000;

function remembered(get: () => Promise<Credentials>): () => Promise<Credentials> {
  let pending: Promise<Credentials> | undefined;
  return async () => {
    const known = await pending;
    if (known && (!known.expiration || known.expiration.getTime() - Date.now() > TOO_SHORT)) return known;
    const attempt = get();
    pending = attempt;
    attempt.catch(() => {
      if (pending === attempt) pending = undefined;
    });
    return attempt;
  };
}
