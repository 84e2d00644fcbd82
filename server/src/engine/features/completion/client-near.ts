import type { AppClient } from "../../clients/app-client.ts";
import { clientAt, clientsIn } from "../../clients/clients-in.ts";
import type { SpecDocument } from "../../document/part.ts";

/**
 * The app client that an offset belongs to for somebody who goes on writing there. A block of a template ends with its last word; blank
 * lines below it are its own while the cursor stands deeper than its name.
 */
export function clientNear(document: SpecDocument, offset: number): AppClient | undefined {
  const client = clientAt(document, offset);
  if (client || document.syntax !== "yaml") return client;
  const above = clientsIn(document).findLast(({ base, extent }) => base + extent.end <= offset);
  if (!above?.scope.template) return undefined;
  const { part, base, extent } = above;
  const end = base + extent.end;
  const newline = document.text.indexOf("\n", offset);
  const between = document.text.slice(end, newline < 0 ? document.text.length : newline);
  if (between.length > FARTHEST || between.trim() !== "") return undefined;
  const column = offset - (document.text.lastIndexOf("\n", offset - 1) + 1);
  const keyColumn = part.text.length - part.text.trimStart().length;
  if (column <= keyColumn) return undefined;
  return { ...above, part: { ...part, text: part.text.slice(0, extent.end) + between } };
}

/** Characters of blank lines. */
const FARTHEST = 2000;
