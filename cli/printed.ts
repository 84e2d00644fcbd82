import type { Io } from "./io.ts";

/**
 * The exit code of what only prints: nobody may take a part of it for the whole, so output that does not arrive (a full disk, a
 * reader that has gone) is an error.
 *
 * @param code what it would be otherwise; an interruption stays one.
 */
export async function printed(code: number, io: Pick<Io, "err" | "isLost">): Promise<number> {
  if (code >= 128 || !(await io.isLost?.("out"))) return code;
  io.err("Not all of the output could be written.\n");
  return 2;
}
