import type { Env, Section, SharedConfig } from "../aws/shared-config.ts";
import type { Result } from "../problem.ts";
import { fail, ok } from "../problem.ts";

export type Service = "cognito_identity_provider" | "sts";

/**
 * The endpoint that is configured for a service of the *chosen* profile. The SDK reads it only from the profile that
 * `AWS_PROFILE` names, even when a client is made for another one, so it is resolved here and passed explicitly.
 * Order: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 * @returns the URL, or `undefined` for AWS's own endpoint.
 */
export function endpointFor(
  service: Service,
  env: Env,
  profile: Section,
  config: Pick<SharedConfig, "services">,
): Result<string | undefined> {
  if (isTrue(env["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]) || isTrue(profile["ignore_configured_endpoint_urls"])) {
    return ok(undefined);
  }
  const fromEnv = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || env["AWS_ENDPOINT_URL"];
  if (fromEnv) return checked(fromEnv, "the environment");
  const sectionName = profile["services"];
  if (sectionName) {
    const section = config.services.get(sectionName);
    if (!section) {
      return fail({
        kind: "config",
        message: `The profile refers to [services ${sectionName}], which the AWS config file does not have. Add the section, or remove "services" from the profile.`,
        next: { kind: "choose-profile" },
      });
    }
    const url = section[`${service}.endpoint_url`];
    if (url) return checked(url, `[services ${sectionName}]`);
  }
  const url = profile["endpoint_url"];
  return url ? checked(url, "the profile") : ok(undefined);
}

function checked(url: string, source: string): Result<string> {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === "http:" || parsed?.protocol === "https:") return ok(url);
  return fail({
    kind: "config",
    message: `The endpoint_url of ${source} is no http or https address. Correct it, for example http://localhost:9229.`,
    next: { kind: "choose-profile" },
  });
}

function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === "true";
}
