import type { Part } from "../../document/part.ts";
import type { ResourceNames } from "./resource-names.ts";
import type { Template } from "./template.ts";

/** What the last version of a file leaves to the next: trees of blocks whose text stays the same, and lists of names. */
export class Known {
  private readonly parts = new Map<string, Part>();
  private names: readonly ResourceNames[];

  constructor(templates: readonly Template[]) {
    for (const template of templates) for (const part of template.parts()) this.parts.set(part.text, part);
    this.names = templates.map(({ resources }) => resources.names);
    for (const template of templates) template.forget?.();
  }

  /**
   * For a version that has a next one. What is remembered of a block leads to the version in which it was judged; if that one still
   * knew of its last, all versions since the file was opened would be kept.
   */
  forget(): void {
    this.parts.clear();
    this.names = [];
  }

  part(text: string): Part | undefined {
    return this.parts.get(text);
  }

  /** @param index of the template in its file. @returns its names of before, where they are the same. */
  namesLike(now: ResourceNames, index: number): ResourceNames {
    const before = this.names[index];
    return before?.isLike(now) ? before : now;
  }
}
