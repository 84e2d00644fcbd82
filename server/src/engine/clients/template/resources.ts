import type { Piece, Resource } from "./piece.ts";
import { type ResourceNames, SECRET } from "./resource-names.ts";

/** Reads the resource of an index; `undefined` where it cannot be read at all. */
export interface ResourceSource {
  readonly names: ResourceNames;
  read(index: number): Piece | undefined;
  /** As it stands in the file. */
  textOf(index: number): string;
}

/** The resources of one version of a template: each is made when somebody asks for it, and read when somebody looks into it. */
export class Resources {
  readonly names: ResourceNames;
  /** Those that somebody has looked into. */
  readonly read: Resource[] = [];
  private readonly source: ResourceSource;
  private readonly made = new Map<number, Resource>();

  constructor(source: ResourceSource) {
    this.names = source.names;
    this.source = source;
  }

  get(id: string): Resource | undefined {
    const index = this.names.indexOf(id);
    return index === undefined ? undefined : this.at(index);
  }

  has(id: string): boolean {
    return this.names.indexOf(id) !== undefined;
  }

  all(): Resource[] {
    return this.names.ids.map((_, index) => this.at(index));
  }

  ofType(type: string): Resource[] {
    return this.names.ofType(type).map((index) => this.at(index));
  }

  /** Those that name a secret. */
  withSecrets(): Resource[] {
    return this.names.secrets.flatMap((isNamed, index) => (isNamed ? [this.at(index)] : []));
  }

  private at(index: number): Resource {
    let resource = this.made.get(index);
    if (!resource) {
      resource = this.resourceAt(index);
      this.made.set(index, resource);
    }
    return resource;
  }

  private resourceAt(index: number): Resource {
    const { names, source, read } = this;
    let piece: Piece | undefined | null = null;
    const resource: Resource = {
      id: names.ids[index] ?? "",
      type: names.types[index],
      piece: () => {
        if (piece === null) {
          read.push(resource);
          piece = source.read(index);
        }
        return piece;
      },
      mentions: (word) => (word === SECRET ? names.secrets[index] === true : source.textOf(index).includes(word)),
    };
    return resource;
  }
}
