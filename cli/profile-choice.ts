import type { ProfileChoice } from "../deploy/index.ts";
import { type Io, UsageError } from "./io.ts";

/**
 * Which credentials to use: `--profile`, else AWS_PROFILE, else the environment's own. Never a profile that nobody named.
 * @throws UsageError when nothing names any
 */
export function profileChoice(option: string | undefined, env: Io["env"]): ProfileChoice {
  const name = option ?? env["AWS_PROFILE"];
  if (name) return { kind: "profile", name };
  if (env["AWS_ACCESS_KEY_ID"] || env["AWS_WEB_IDENTITY_TOKEN_FILE"]) return { kind: "environment" };
  throw new UsageError("Say which AWS profile to use: --profile NAME.");
}
