import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Environment } from "../../deploy/index.ts";
import type { Remembered } from "../../server/src/guard.ts";

/**
 * Which environment an app client was when it was last written by this user: a file for each id. It only ever makes a command more
 * careful, so that one which cannot be read or written stops nothing.
 */
const fileOf = (folder: string, clientId: string): string => join(folder, "written", `${clientId}.json`);

export async function rememberWritten(
  folder: string,
  clientId: string,
  environment: Environment | undefined,
): Promise<void> {
  if (!environment || !/^[\w+]{1,128}$/.test(clientId)) return;
  const was: Remembered = { environment: environment.name, protected: environment.protected === true };
  try {
    await mkdir(join(folder, "written"), { recursive: true, mode: 0o700 });
    await writeFile(fileOf(folder, clientId), JSON.stringify(was), { mode: 0o600 });
  } catch {
    // A full disk: what was written to AWS is told all the same.
  }
}

export async function rememberedOf(folder: string, clientId: string): Promise<Remembered | undefined> {
  if (!/^[\w+]{1,128}$/.test(clientId)) return undefined;
  try {
    const { environment, protected: guarded } = JSON.parse(await readFile(fileOf(folder, clientId), "utf8"));
    return typeof environment === "string" ? { environment, protected: guarded === true } : undefined;
  } catch {
    return undefined;
  }
}
