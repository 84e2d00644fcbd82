import { homedir } from "node:os";
import { join } from "node:path";
import type { Io } from "../io.ts";

/**
 * Where this user's notes and locks are kept, outside of any repository.
 * https://specifications.freedesktop.org/basedir-spec/latest/ and each platform's own place.
 */
export function stateFolder(env: Io["env"], platform: NodeJS.Platform = process.platform): string {
  const home = env["HOME"] || env["USERPROFILE"] || homedir();
  const base = env["XDG_STATE_HOME"] || (platform === "win32" ? env["LOCALAPPDATA"] : undefined);
  if (base) return join(base, "cognito-client");
  if (platform === "darwin") return join(home, "Library", "Application Support", "cognito-client");
  return join(home, ".local", "state", "cognito-client");
}
