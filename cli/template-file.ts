import { holdsAppClient, isGenerated, limits } from "../server/src/engine/index.ts";
import { readRegularFile } from "../server/src/regular-file.ts";

/**
 * Whether a file is a template with app clients: by its content, since their names say nothing. What tools wrote is left out;
 * it is looked at when it is named. @param path absolute.
 */
export function isTemplateFile(path: string): boolean {
  if (!/\.(?:ya?ml|json|template|cfn)$/i.test(path) || isGenerated(path)) return false;
  const read = readRegularFile(path, 4 * limits.fileLength);
  // In any encoding but UTF-16, which nobody writes templates in, the type's name stands in these bytes.
  return read.is === "read" && holdsAppClient(Buffer.from(read.bytes).toString("utf8"));
}
