import type { AppClient } from "../../clients/app-client.ts";
import type { EnvironmentsFile } from "../../config/environments/file.ts";
import { readSpecKey } from "../../config/environments/key.ts";
import type { SpecsBeside } from "./check.ts";
import { appClientOf } from "./linked.ts";

/** @returns the app client that a key of `clients` leads to, where it leads to exactly one. */
export function appClientAt(
  { specs: linked }: EnvironmentsFile,
  specs: SpecsBeside | undefined,
  key: string,
): AppClient | undefined {
  const read = linked.find((each) => each.key === key) ?? readSpecKey(key);
  const document = "path" in read ? specs?.get(read.path) : undefined;
  const found = document && "path" in read ? appClientOf(document, read) : undefined;
  return found && "client" in found ? found.client : undefined;
}
