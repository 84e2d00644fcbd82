import { emit } from "../../server/src/engine/index.ts";
import type { JsonObject } from "../json.ts";

/** A spec as the text of a new file. */
export function specText(spec: JsonObject, syntax: "json" | "yaml"): string {
  return syntax === "json" ? `${JSON.stringify(spec, null, 2)}\n` : `${emit(spec as never, "yaml")}\n`;
}

/** Windows opens devices by these names, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file name's stem of our own making, whatever somebody called the app client in AWS: letters, digits and hyphens of ASCII,
 * never empty, never a device, never longer than 60.
 */
export function slugOf(clientName: string, clientId: string): string {
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}/gu, "")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60)
      .replace(/-+$/, "");
  const slug = plain(clientName);
  return slug === "" || DEVICE.test(slug) ? `client-${plain(clientId)}` : slug;
}
