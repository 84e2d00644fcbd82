/** What reading a file came to: its text, that there is none, or why it cannot be read (a sentence's end: `cannot be read (EACCES)`). */
export type FileText = string | undefined | { readonly problem: string };

/** The outside world's way to a file. Never rejects. */
export type ReadFile = (uri: string) => Promise<FileText>;

/**
 * Finds the nearest file of some name, upward from a document: in its folder, else in the folder above, and so on.
 * Each folder is looked at once until `forget`.
 */
export class NearestFile<T> {
  private byFolder = new Map<string, Promise<T | undefined>>();
  private readonly names: readonly string[];
  private readonly read: (uri: string) => Promise<T | undefined>;

  /**
   * @param names in their order of precedence within a folder.
   * @param read what becomes of a file; `undefined` where there is none.
   */
  constructor(names: readonly string[], read: (uri: string) => Promise<T | undefined>) {
    this.names = names;
    this.read = read;
  }

  /** @param uri of the document, with a scheme and an authority (which may be empty); a document that is stored nowhere has none. */
  async of(uri: string): Promise<T | undefined> {
    const root = /^[a-z][\w+.-]*:\/\//i.exec(uri)?.[0].length;
    if (root === undefined || uri.startsWith("untitled:")) return undefined;
    return this.inFolder(uri.slice(0, Math.max(root - 1, uri.lastIndexOf("/"))), root);
  }

  forget(): void {
    this.byFolder = new Map();
  }

  /** @param folder without its last slash. @param root where the path may begin. */
  private inFolder(folder: string, root: number): Promise<T | undefined> {
    let found = this.byFolder.get(folder);
    if (!found) {
      found = folder.length < root ? Promise.resolve(undefined) : this.look(folder, root);
      this.byFolder.set(folder, found);
    }
    return found;
  }

  private async look(folder: string, root: number): Promise<T | undefined> {
    for (const name of this.names) {
      const found = await this.read(`${folder}/${name}`);
      if (found !== undefined) return found;
    }
    return this.inFolder(folder.slice(0, Math.max(root - 1, folder.lastIndexOf("/"))), root);
  }
}
