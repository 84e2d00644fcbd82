import { type Env, loadSharedConfig, type Section, type SharedConfig } from "../aws/shared-config.ts";
import type { Result } from "../problem.ts";
import { fail, ok } from "../problem.ts";
import { endpointFor } from "./endpoint.ts";
import type { Profile, ProfileKind, ProfileList } from "./profile.ts";

/**
 * Every profile of the shared files, sorted by name, and the environment's own credentials when there are any.
 * Nothing is preferred: a choice is the user's.
 */
export async function listProfiles(env: Env): Promise<Result<ProfileList>> {
  const config = await loadSharedConfig(env);
  if (!config.ok) return config;
  const profiles = [...config.value.profiles].map(([name, section]) =>
    describeProfile(name, section, config.value, env),
  );
  profiles.sort((a, b) => a.label.localeCompare(b.label, "en"));
  const environment = environmentProfile(env, config.value);
  if (environment) profiles.push(environment);
  const files = [config.value.configFile, config.value.credentialsFile];
  if (profiles.length > 0) return ok({ profiles, files });
  return fail({
    kind: "config",
    message: `There is no AWS profile: ${files.join(" and ")} do not exist or are empty. Create one with "aws configure" or "aws configure sso".`,
    next: { kind: "open", url: "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html" },
  });
}

/** @returns the profile as people see it. An endpoint that cannot be told is left out here and reported by `connect`. */
export function describeProfile(name: string, section: Section, config: SharedConfig, env: Env): Profile {
  const endpoint = endpointFor("cognito_identity_provider", env, section, config);
  return {
    choice: { kind: "profile", name },
    label: name,
    kind: kindOf(section),
    named: env["AWS_PROFILE"] === name,
    ...(section["region"] ? { region: section["region"] } : {}),
    ...(endpoint.ok && endpoint.value ? { endpoint: endpoint.value } : {}),
  };
}

/** @returns the environment as a choice, when it holds keys or a web identity. */
export function environmentProfile(env: Env, config: Pick<SharedConfig, "services">): Profile | undefined {
  const keys = env["AWS_ACCESS_KEY_ID"] && env["AWS_SECRET_ACCESS_KEY"];
  const webIdentity = env["AWS_WEB_IDENTITY_TOKEN_FILE"] && env["AWS_ROLE_ARN"];
  if (!keys && !webIdentity) return undefined;
  const region = env["AWS_REGION"] || env["AWS_DEFAULT_REGION"];
  const endpoint = endpointFor("cognito_identity_provider", env, {}, config);
  return {
    choice: { kind: "environment" },
    label: "environment variables",
    kind: "environment",
    named: false,
    ...(region ? { region } : {}),
    ...(endpoint.ok && endpoint.value ? { endpoint: endpoint.value } : {}),
  };
}

/** In the order in which the SDK itself decides (`resolveProfileData` of @aws-sdk/credential-provider-ini). */
export function kindOf(section: Section): ProfileKind {
  if (section["role_arn"] && (section["source_profile"] || section["credential_source"])) {
    return section["mfa_serial"] ? "role with MFA" : "role";
  }
  if (section["aws_access_key_id"] && section["aws_secret_access_key"]) return "keys";
  if (section["web_identity_token_file"] && section["role_arn"]) return "web identity";
  if (section["credential_process"]) return "process";
  if (Object.keys(section).some((key) => key.startsWith("sso_"))) return "SSO";
  if (section["login_session"]) return "login";
  return "no credentials";
}
