import type { Part } from "../../document/part.ts";
import { memberAlone } from "./cut.ts";
import type { JsonMember } from "./json-outline.ts";

/** A member of a template in JSON by its text alone: versions of the file share it, with its tree, as long as its text stays. */
export class JsonBlock {
  readonly key: string;
  readonly text: string;
  private tree: Part | undefined;

  constructor(key: string, text: string, tree?: Part) {
    this.key = key;
    this.text = text;
    this.tree = tree;
  }

  /** `undefined` where it cannot be read. */
  part(): Part | undefined {
    this.tree ??= memberAlone(this.text);
    return this.tree;
  }

  /** Its tree, if somebody has asked for it. */
  get read(): Part | undefined {
    return this.tree;
  }
}

/** The one change between two versions of a file. */
export interface Edit {
  /** In the earlier version. */
  readonly start: number;
  readonly end: number;
  /** How much longer the text has become. */
  readonly by: number;
}

/** Members that follow each other in the text, and where each begins. */
export class JsonRow {
  readonly blocks: readonly JsonBlock[];
  private readonly starts: Int32Array;

  constructor(blocks: readonly JsonBlock[], starts: Int32Array) {
    this.blocks = blocks;
    this.starts = starts;
  }

  static of(text: string, members: readonly JsonMember[], known: (text: string) => Part | undefined): JsonRow {
    const blocks = members.map(({ key, start, end }) => {
      const own = text.slice(start, end);
      return new JsonBlock(key, own, known(own));
    });
    return new JsonRow(
      blocks,
      Int32Array.from(members, ({ start }) => start),
    );
  }

  start(index: number): number {
    return this.starts[index] as number;
  }

  end(index: number): number {
    return this.start(index) + (this.blocks[index] as JsonBlock).text.length;
  }

  /** @returns the index of the member that an edit lies within, so that its first and last character stay; -1 for none. */
  within({ start, end }: Edit): number {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) < start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && end < this.end(low - 1) ? low - 1 : -1;
  }

  /** @returns it after an edit. @param replaced the block that stands at an index now. */
  after({ start, by }: Edit, replaced?: { readonly index: number; readonly block: JsonBlock }): JsonRow {
    const blocks = replaced ? this.blocks.with(replaced.index, replaced.block) : this.blocks;
    return new JsonRow(blocks, by === 0 ? this.starts : this.starts.map((each) => (each < start ? each : each + by)));
  }
}
