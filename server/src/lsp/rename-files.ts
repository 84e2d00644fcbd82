import type { Connection, RenameFilesParams, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pathFrom, renameLinks } from "../engine/index.ts";
import type { Environments } from "./environments.ts";

/** Renames of which the server wants to hear: specs, and folders that may hold some. */
export const renameFilters = [
  { scheme: "file", pattern: { glob: "**/*.{json,jsonc,yaml,yml}", matches: "file" as const } },
  { scheme: "file", pattern: { glob: "**", matches: "folder" as const } },
];

/**
 * Lets links of environments files follow their specs. Only where the same environments file counts before and after: a spec that
 * moves out of its reach has no place in it any more, and its finding says so.
 */
export function registerRenames(connection: Connection, environments: Environments): void {
  connection.workspace.onWillRenameFiles(async ({ files }: RenameFilesParams): Promise<WorkspaceEdit | null> => {
    const changes: Record<string, TextEdit[]> = {};
    for (const { oldUri, newUri } of files) {
      const found = await environments.forSpec(oldUri);
      if (!found || (await environments.forSpec(newUri))?.uri !== found.uri) continue;
      const { text } = found.document;
      const lines = TextDocument.create(found.uri, "", 0, found.document.hasBom ? `\uFEFF${text.slice(1)}` : text);
      const edits = renameLinks(found.document, found.path, pathFrom(found.uri, newUri));
      const translated = edits.map(({ span, newText }) => ({
        range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
        newText,
      }));
      if (translated.length > 0) changes[found.uri] = [...(changes[found.uri] ?? []), ...translated];
    }
    return Object.keys(changes).length > 0 ? { changes } : null;
  });
}
