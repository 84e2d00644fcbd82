import { isRegion, regionOf } from "../../server/src/engine/index.ts";
import type { Identity } from "../aws/answers.ts";
import { CallError } from "../aws/call-error.ts";
import type { ProfileChoice } from "../aws/credentials.ts";
import { credentialsOf } from "../aws/credentials.ts";
import { createGateway, type Gateway } from "../aws/gateway.ts";
import { type Env, loadSharedConfig, type Section, type SharedConfig } from "../aws/shared-config.ts";
import type { Target } from "../aws/target.ts";
import type { Problem, Result } from "../problem.ts";
import { fail, ok } from "../problem.ts";
import type { Timing } from "../timing.ts";
import type { ConnectOptions, Session } from "./connection.ts";
import { credentialProblem, signIn, sourceOf, TimeUp } from "./credential-problem.ts";
import { endpointFor } from "./endpoint.ts";
import type { Ports } from "./ports.ts";
import type { Profile } from "./profile.ts";
import { describeProfile, environmentProfile } from "./profiles.ts";
import type { Where } from "./where.ts";
import { partitionOf } from "./where.ts";

/** Credentials of exactly this choice, and who they belong to. Nothing is guessed: no `default`, no `us-east-1`. */
export async function connect(
  choice: ProfileChoice,
  { poolId, region: wanted }: ConnectOptions,
  ports: Ports,
  timing: Timing,
): Promise<Result<Session>> {
  const config = await loadSharedConfig(ports.env);
  if (!config.ok) return config;
  const chosen = find(choice, config.value, ports.env);
  if (!chosen.ok) return chosen;
  const { profile, section } = chosen.value;

  const region = regionOf(poolId) ?? wanted ?? profile.region;
  if (region === undefined) return fail(noRegion(profile, poolId));
  if (!isRegion(region)) {
    return fail({
      kind: "region",
      message: `"${region}" is no AWS region. Use a name such as eu-west-1.`,
      next: { kind: "choose-profile" },
    });
  }
  const cognito = endpointFor("cognito_identity_provider", ports.env, section, config.value);
  if (!cognito.ok) return cognito;
  const sts = endpointFor("sts", ports.env, section, config.value);
  if (!sts.ok) return sts;

  const target = (endpoint: string | undefined, at: string): Target => ({
    region: at,
    endpoint,
    fips: flag(section["use_fips_endpoint"] ?? ports.env["AWS_USE_FIPS_ENDPOINT"]),
    dualstack: flag(section["use_dualstack_endpoint"] ?? ports.env["AWS_USE_DUALSTACK_ENDPOINT"]),
    connectTimeout: timing.connect,
  });
  // A role is assumed in the profile's own region, as the AWS CLI does.
  const stsRegion = profile.region !== undefined && isRegion(profile.region) ? profile.region : region;
  let asking = false;
  const ask: Ports["mfaCode"] = async (question) => {
    asking = true;
    return ports.mfaCode?.(question).finally(() => {
      asking = false;
    });
  };
  const credentials = credentialsOf(choice, {
    config: config.value,
    sts: target(sts.value, stsRegion),
    mfaCode: ports.mfaCode && ask,
  });
  const source =
    choice.kind === "profile"
      ? sourceOf(choice.name, config.value.profiles)
      : { name: "", kind: "environment" as const };
  try {
    // Sessions are exchanged over the network, and programs run, without a time limit of their own.
    const limit = { SSO: timing.read, login: timing.read, process: timing.program }[source.kind as string];
    await (limit === undefined ? credentials() : within(limit, credentials(), () => asking));
  } catch (error) {
    return fail(credentialProblem(profile, source, error));
  }

  const gateways = new Map<string, Gateway>();
  const gatewayAt = (at: string): Gateway => {
    let gateway = gateways.get(at);
    if (!gateway) {
      const context = { region: at, timeout: timing.read, log: ports.log ?? (() => {}) };
      gateway = createGateway({
        cognito: target(cognito.value, at),
        sts: target(sts.value, at),
        credentials,
        context,
        answer: timing.answer,
      });
      gateways.set(at, gateway);
    }
    return gateway;
  };
  const regionFor = (pool: string | undefined) => regionOf(pool) ?? region;
  const emulated = cognito.value !== undefined && sts.value === undefined;
  const identify = async (): Promise<Identity> => {
    if (emulated) return { reason: `calls go to ${cognito.value}, which names no endpoint for STS` };
    return gatewayAt(region).identify();
  };
  const identity = await identityOrReason(identify);
  if (identity instanceof CallError) {
    const next = signIn(source);
    const message = `AWS does not accept the credentials of ${profile.label} (${identity.answer.name}). ${next.kind === "sign-in" ? "Sign in, then try again." : "Renew them, or choose another profile."}`;
    return fail({ kind: "credentials", message, next, aws: identity.answer });
  }
  return ok({
    profile,
    identity,
    region,
    where: (pool) => whereOf(regionFor(pool), profile, cognito.value),
    gateway: (pool) => gatewayAt(regionFor(pool)),
    signIn: () => signIn(source),
    async identify() {
      const again = await identityOrReason(identify);
      return again instanceof CallError
        ? { reason: `the credentials are no longer accepted (${again.answer.name})` }
        : again;
    },
  });
}

function find(choice: ProfileChoice, config: SharedConfig, env: Env): Result<{ profile: Profile; section: Section }> {
  if (choice.kind === "environment") {
    const profile = environmentProfile(env, config);
    if (profile) return ok({ profile, section: {} });
    return fail({
      kind: "config",
      message:
        "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set, so the environment holds no credentials. Choose a profile.",
      next: { kind: "choose-profile" },
    });
  }
  const section = config.profiles.get(choice.name);
  if (section) return ok({ profile: describeProfile(choice.name, section, config, env), section });
  return fail({
    kind: "config",
    message: `There is no profile "${choice.name}" in ${config.configFile} or ${config.credentialsFile}. Choose one that exists.`,
    next: { kind: "choose-profile" },
  });
}

function noRegion(profile: Profile, poolId: string | undefined): Problem {
  const pool = poolId === undefined ? "there is no pool id yet" : `the pool id ${poolId} does not begin with one`;
  return {
    kind: "region",
    message: `No region is known: ${pool}, and ${profile.label} has none. Set "region" in the profile, or name the pool.`,
    next: { kind: "choose-profile" },
  };
}

function whereOf(region: string, profile: Profile, endpoint: string | undefined): Where {
  return {
    region,
    partition: partitionOf(region),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(profile.region === undefined || profile.region === region
      ? {}
      : { regionNote: `The pool is in ${region}; the region of ${profile.label} (${profile.region}) is not used.` }),
  };
}

async function identityOrReason(identify: () => Promise<Identity>): Promise<Identity | CallError> {
  try {
    const identity = await identify();
    return identity.accountId || identity.reason ? identity : { ...identity, reason: "STS did not name it" };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    // Any other failure only leaves the account unknown.
    if (error.general && error.kind !== "unreachable") return error;
    return { reason: `STS could not be asked (${error.answer.name})` };
  }
}

/**
 * @param asking whether a person is being asked, which may take any time.
 * @throws TimeUp
 */
async function within<T>(ms: number, work: Promise<T>, asking: () => boolean): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_resolve, reject) => {
    const wait = () => {
      timer = setTimeout(() => (asking() ? wait() : reject(new TimeUp(ms))), ms);
    };
    wait();
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

function flag(text: string | undefined): boolean {
  return text?.toLowerCase() === "true";
}
