import { editedBlocks, type JsonBlocks } from "./json-blocks.ts";
import type { JsonBlock } from "./json-row.ts";
import type { Path, Piece } from "./piece.ts";
import { Resources } from "./resources.ts";
import type { Template } from "./template.ts";

/** A template in JSON whose brackets tell where its blocks are. */
export function readBlocks(blocks: JsonBlocks): Template {
  const { kind, top, resources, names } = blocks;
  const sections = (name: string) => [...top.blocks.keys()].filter((index) => top.blocks[index]?.key === name);
  return {
    kind,
    prefix: [],
    resources: new Resources({
      names,
      read: (index) => pieceOf(resources.blocks[index], resources.start(index), ["Resources"]),
      textOf: (index) => resources.blocks[index]?.text ?? "",
    }),
    sections: (name) => sections(name).flatMap((index) => pieceOf(top.blocks[index], top.start(index), []) ?? []),
    sectionTexts: (name) => sections(name).flatMap((index) => top.blocks[index]?.text ?? []),
    parts: () => [top, resources].flatMap((row) => row.blocks.flatMap(({ read }) => read ?? [])),
    edited: (text) => {
      const edited = editedBlocks(blocks, text);
      return edited && readBlocks(edited);
    },
  };
}

function pieceOf(block: JsonBlock | undefined, base: number, path: Path): Piece | undefined {
  const part = block?.part();
  const [member] = part?.root?.kind === "object" ? part.root.members : [];
  return block && part && member && { id: block.key, path: [...path, block.key], part, base, member };
}
