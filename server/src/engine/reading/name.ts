import type { AppClient } from "../clients/app-client.ts";
import { specOf } from "./spec.ts";

/** The ClientName, where the file says it in so many words. */
export function nameOf(client: AppClient): string | undefined {
  const name = specOf(client).string("ClientName");
  return name.state === "known" ? name.value : undefined;
}
