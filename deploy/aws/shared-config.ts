import { constants } from "node:fs";
import { access, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { loadSharedConfigFiles } from "@smithy/shared-ini-file-loader";
import type { Result } from "../problem.ts";
import { fail, ok } from "../problem.ts";

export type Env = Readonly<Record<string, string | undefined>>;
export type Section = Readonly<Record<string, string | undefined>>;

/** Both shared files, read once: profiles merged as the SDK does (the credentials file wins), other sections apart. */
export interface SharedConfig {
  readonly configFile: string;
  readonly credentialsFile: string;
  readonly profiles: ReadonlyMap<string, Section>;
  readonly services: ReadonlyMap<string, Section>;
}

const SERVICES = "services.";
const OTHER_SECTIONS = /^(services|sso-session)\./;

/** https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html */
export function configFiles(env: Env): { readonly configFile: string; readonly credentialsFile: string } {
  const home = env["HOME"] ?? env["USERPROFILE"] ?? homedir();
  const expand = (path: string) => (path.startsWith("~/") ? join(home, path.slice(2)) : path);
  return {
    configFile: expand(env["AWS_CONFIG_FILE"] || join(home, ".aws", "config")),
    credentialsFile: expand(env["AWS_SHARED_CREDENTIALS_FILE"] || join(home, ".aws", "credentials")),
  };
}

/** The loader takes a file that cannot be read for an empty one, so this looks first. */
async function readable(path: string): Promise<"yes" | "missing" | string> {
  try {
    await access(path, constants.R_OK);
    return (await stat(path)).isDirectory() ? "it is a folder" : "yes";
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    return code === "ENOENT" || code === "ENOTDIR" ? "missing" : code;
  }
}

/** The loader also takes a file that its parser refuses for an empty one: calls would then go elsewhere than the file says. */
async function refusedAsAWhole(path: string): Promise<boolean> {
  const text = await readFile(path, "utf8").catch(() => "");
  return /^\s*\[(?:profile )?__proto__\]\s*(?:[;#].*)?$/m.test(text);
}

/** Reads the shared files anew (they change when a user signs in). A missing file is an empty one. */
export async function loadSharedConfig(env: Env): Promise<Result<SharedConfig>> {
  const files = configFiles(env);
  for (const path of [files.configFile, files.credentialsFile]) {
    const state = await readable(path);
    if (state !== "yes" && state !== "missing") {
      return fail({
        kind: "config",
        message: `${path} cannot be read: ${state}. Check the file and its permissions.`,
        next: { kind: "retry" },
      });
    }
  }
  const loaded = await loadSharedConfigFiles({
    configFilepath: files.configFile,
    filepath: files.credentialsFile,
    ignoreCache: true,
  });
  for (const path of [files.configFile, files.credentialsFile]) {
    if (!(await refusedAsAWhole(path))) continue;
    return fail({
      kind: "config",
      message: `${path} has a section called __proto__, for which the AWS SDK refuses the whole file. Rename the section.`,
      next: { kind: "retry" },
    });
  }
  const profiles = new Map<string, Section>();
  const services = new Map<string, Section>();
  for (const [name, section] of Object.entries(loaded.configFile)) {
    if (name.startsWith(SERVICES)) services.set(name.slice(SERVICES.length), section);
    else if (!OTHER_SECTIONS.test(name)) profiles.set(name, section);
  }
  for (const [name, section] of Object.entries(loaded.credentialsFile)) {
    profiles.set(name, { ...profiles.get(name), ...section });
  }
  return ok({ ...files, profiles, services });
}
