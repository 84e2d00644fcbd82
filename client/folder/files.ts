import * as vscode from "vscode";
import { APP_CLIENT, isGenerated } from "../../server/src/served.ts";
import { environmentsFiles, languageIds, specFiles } from "../languages.ts";

/** What may hold an app client, and as which language where that does not show in its name. */
export interface Candidate {
  readonly uri: vscode.Uri;
  readonly languageId?: string;
  /** It counts only if its content says that it is a template. */
  readonly byContent: boolean;
}

/** Files of one check; a folder with more holds something else, and its rest is said to be left out. */
export const MOST_FILES = 5000;
const MOST_BYTES = 2_000_000;

/** The folder's specs and environments files, those that an association makes specs, and what may be a template. */
export async function candidates(token: vscode.CancellationToken): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  const add = async (pattern: string, byContent: boolean, languageId?: string) => {
    const uris = await vscode.workspace.findFiles(pattern, EXCLUDED, MOST_FILES, token);
    for (const uri of uris) {
      if (byContent && isGenerated(uri.path)) continue;
      const key = uri.toString();
      if (!found.has(key)) found.set(key, { uri, byContent, ...(languageId !== undefined && { languageId }) });
    }
  };
  await add(specFiles, false);
  await add(environmentsFiles, false);
  for (const [pattern, languageId] of associations()) await add(pattern, false, languageId);
  await add(TEMPLATES, true);
  return [...found.values()].slice(0, MOST_FILES);
}

const EXCLUDED = "**/{node_modules,.git}/**";
const TEMPLATES = "**/*.{yaml,yml,json,template}";

/** The user's own associations with our languages: `files.associations` patterns without a slash are names. */
function associations(): [string, string][] {
  const all = vscode.workspace.getConfiguration("files").get<Record<string, string>>("associations") ?? {};
  return Object.entries(all)
    .filter(([, language]) => (languageIds as readonly string[]).includes(language))
    .map(([pattern, language]) => [pattern.includes("/") ? pattern.replace(/^\//, "") : `**/${pattern}`, language]);
}

/** @returns a text of sensible size, as the editor has it where it is open; `undefined` for others, and for what is certainly no template. */
export async function textOf({ uri, byContent }: Candidate): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((each) => !each.isClosed && each.uri.toString() === uri.toString());
  if (open) return byContent && !open.getText().includes(APP_CLIENT) ? undefined : open.getText();
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > MOST_BYTES) return undefined;
    const text = decoded(await vscode.workspace.fs.readFile(uri));
    return byContent && !text.includes(APP_CLIENT) ? undefined : text;
  } catch {
    // It has gone since it was found, or may not be read: then it has no problems to show.
    return undefined;
  }
}

/** By its BOM, as an editor would: UTF-16 is what PowerShell's `>` writes. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
