import { type ItemTest, indexesWhere } from "../document/list-memo.ts";
import type { ArrayNode, Path, ScalarNode, SpecNode, UnknownNode } from "../document/node.ts";

export interface Item {
  readonly value: string;
  readonly node: ScalarNode;
  readonly path: Path;
}

/** A text that is known but for pieces which the deploy fills in. */
export interface Symbolic {
  readonly text: string;
  readonly node: UnknownNode;
  readonly path: Path;
}

/** The strings of a list that can be known. */
export class Items {
  private readonly list: ArrayNode;
  private readonly path: Path;
  private all: readonly Item[] | undefined;

  constructor(list: ArrayNode, path: Path) {
    this.list = list;
    this.path = path;
  }

  /** All of them. */
  get items(): readonly Item[] {
    this.all ??= this.list.items.flatMap((node, index) => (isString(node) ? new ListItem(node, this.path, index) : []));
    return this.all;
  }

  /** How many there are. */
  get count(): number {
    return this.list.items.length - indexesWhere(this.list, isNoString).length;
  }

  /** One of them, as `items` counts. */
  at(position: number): Item | undefined {
    let index = position;
    for (const other of indexesWhere(this.list, isNoString)) if (other <= index) index++;
    const node = this.list.items[index];
    return node && isString(node) ? new ListItem(node, this.path, index) : undefined;
  }

  /** Those that pass a test. In a long list that was edited only what is new is tested. */
  where(test: ItemTest): readonly Item[] {
    return indexesWhere(this.list, test).flatMap((index) => {
      const node = this.list.items[index];
      return node && isString(node) ? new ListItem(node, this.path, index) : [];
    });
  }

  /** False when some item cannot be known: then a missing value proves nothing. */
  get complete(): boolean {
    return indexesWhere(this.list, isNoString).length === 0;
  }

  /** Of a template, texts that the deploy completes, as `Fn::Sub` would write them. They are not among `items`. */
  get symbols(): readonly Symbolic[] {
    return indexesWhere(this.list, isSymbolic).flatMap((index) => {
      const node = this.list.items[index];
      if (node?.kind !== "unknown" || node.text === undefined) return [];
      return [{ text: node.text, node, path: [...this.path, index] }];
    });
  }
}

/** Its path is written down when somebody asks: in a long list few do. */
class ListItem implements Item {
  readonly node: ScalarNode;
  private readonly list: Path;
  private readonly index: number;

  constructor(node: ScalarNode, list: Path, index: number) {
    this.node = node;
    this.list = list;
    this.index = index;
  }

  get value(): string {
    return String(this.node.value);
  }

  get path(): Path {
    return [...this.list, this.index];
  }
}

function isString(node: SpecNode): node is ScalarNode {
  return node.kind === "scalar" && typeof node.value === "string";
}

const isNoString: ItemTest = (node) => !isString(node);
const isSymbolic: ItemTest = (node) =>
  node.kind === "unknown" &&
  node.call !== undefined &&
  node.reason !== "template" &&
  node.isText === true &&
  node.text !== undefined;
