import {
  type CheckContext,
  dialectOf,
  ENVIRONMENTS_FILES,
  type FileText,
  fileOf,
  isEnvironmentsFile,
  NearestFile,
  parseSpec,
  pathFrom,
  type SpecDocument,
  type SpecsBeside,
} from "../engine/index.ts";

/** A document that is open, or a file, with its tree. */
export interface Source {
  readonly uri: string;
  readonly document: SpecDocument;
}

interface Outside {
  /** The document as the editor has it; `undefined` where it is not open. */
  open(uri: string): SpecDocument | undefined;
  readFile(uri: string): Promise<FileText>;
}

/**
 * Environments files and the specs beside them. What is open counts as it stands in the editor, the rest as it was when it was
 * last read; `forget` says that something changed.
 */
export class Environments {
  private readonly outside: Outside;
  private readonly nearest: NearestFile<Source>;
  private files = new Map<string, Promise<SpecDocument | undefined>>();

  constructor(outside: Outside) {
    this.outside = outside;
    this.nearest = new NearestFile(ENVIRONMENTS_FILES, async (uri) => {
      const document = await this.documentOf(uri);
      return document && { uri, document };
    });
  }

  /** The environments file that counts for a spec, and the spec's path from its folder. */
  async forSpec(uri: string): Promise<(Source & { readonly path: string }) | undefined> {
    if (isEnvironmentsFile(uri)) return undefined;
    const found = await this.nearest.of(uri);
    return (
      found && {
        uri: found.uri,
        document: this.outside.open(found.uri) ?? found.document,
        path: pathFrom(found.uri, uri) ?? "",
      }
    );
  }

  /** The same as a check of the spec takes it. */
  async contextOf(uri: string): Promise<Pick<CheckContext, "environments">> {
    const found = await this.forSpec(uri);
    if (!found) return {};
    const [unit] = found.document.units;
    const name = found.uri.slice(found.uri.lastIndexOf("/") + 1);
    const source = unit && { name, part: unit.part };
    return { environments: { file: fileOf(found.document), path: found.path, ...(source && { source }) } };
  }

  /** The specs that an environments file names. */
  async specsBeside({ uri, document }: Source): Promise<SpecsBeside> {
    const paths = [...new Set(fileOf(document).specs.map(({ path }) => path))];
    return new Map(
      await Promise.all(
        paths.map(async (path) => {
          const target = this.uriOf(uri, path);
          return [path, this.outside.open(target) ?? (await this.documentOf(target))] as const;
        }),
      ),
    );
  }

  /** @returns the URI of a spec that an environments file names. */
  uriOf(environmentsUri: string, path: string): string {
    const folder = environmentsUri.slice(0, environmentsUri.lastIndexOf("/"));
    return `${folder}/${path.split("/").map(encodeURIComponent).join("/")}`;
  }

  forget(): void {
    this.files = new Map();
    this.nearest.forget();
  }

  documentOf(uri: string): Promise<SpecDocument | undefined> {
    const open = this.outside.open(uri);
    if (open) return Promise.resolve(open);
    let read = this.files.get(uri);
    if (!read) {
      read = this.outside.readFile(uri).then((text) => {
        return typeof text === "string" ? parseSpec(text, dialectOf(uri, "", text)) : undefined;
      });
      this.files.set(uri, read);
    }
    return read;
  }
}
