import * as vscode from "vscode";

/** Where the pages that came with the package are, as one folder: the rules' pages in it are packed in one file. */
const SCHEME = "cognito-client-pages";

/** Rules' pages as `esbuild.mjs` packs them, by id. */
const PACKED = "dist/rule-pages.json";

/** @returns the place of a page: `docs/rules/implicit-grant.md`. */
export function uriOfPage(path: string, fragment = ""): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${path}`, fragment });
}

/**
 * A folder for reading, so that the editor's preview finds pages, the links between them and their pictures.
 * Nothing is read before a page is opened.
 */
export function registerPageFiles({ extensionUri, subscriptions }: vscode.ExtensionContext): void {
  let packed: Thenable<Readonly<Record<string, string>>> | undefined;
  const file = (path: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path));
  const unpacked = () => file(PACKED).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
  const rulePage = async (id: string) => {
    packed ??= unpacked();
    const pages = await packed;
    return Object.hasOwn(pages, id) ? new TextEncoder().encode(pages[id]) : undefined;
  };
  const readFile = async (uri: vscode.Uri): Promise<Uint8Array> => {
    const [, id] = /^\/docs\/rules\/([\w-]+)\.md$/.exec(uri.path) ?? [];
    const isOurs = /^\/(?:docs|schemas)(?:\/[\w-]+)*\/\w[\w.-]*$/.test(uri.path);
    const found = id === undefined ? isOurs && (await file(uri.path)) : await rulePage(id);
    if (!found) throw vscode.FileSystemError.FileNotFound(uri);
    return found;
  };
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const files: vscode.FileSystemProvider = {
    onDidChangeFile: () => ({ dispose() {} }),
    watch: () => ({ dispose() {} }),
    readFile,
    stat: async (uri) => {
      const { length: size } = await readFile(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size };
    },
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider(SCHEME, files, { isReadonly: true, isCaseSensitive: true }),
  );
}
