import type { Part } from "../../document/part.ts";
import type { ResourceNames } from "./resource-names.ts";
import type { Template } from "./template.ts";

/** What the last version of a file leaves to the next: trees of blocks whose text stays the same, and lists of names. */
export class Known {
  private readonly parts = new Map<string, Part>();
  private readonly names: readonly ResourceNames[];

  constructor(templates: readonly Template[]) {
    for (const template of templates) for (const part of template.parts()) this.parts.set(part.text, part);
    this.names = templates.map(({ resources }) => resources.names);
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
