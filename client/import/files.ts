import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** So many names are tried before something else must be wrong. */
const MOST_TRIES = 100;

/**
 * Makes a new file and never touches one that is there, nor what a link of that name leads to.
 * @param stem of our own making: what somebody called the app client never gets here.
 * @returns the file's path
 */
export async function writeNew(
  folder: string,
  stem: string,
  text: string,
  syntax: "json" | "yaml" = "yaml",
): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (let number = 1; ; number++) {
    const path = join(folder, `${number === 1 ? stem : `${stem}-${number}`}.cognito-client.${syntax}`);
    try {
      await writeFile(path, text, { flag: "wx" });
      return path;
    } catch (error) {
      if (!isThere(error) || number === MOST_TRIES) throw error;
    }
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
