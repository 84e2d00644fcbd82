import { ownText } from "../../document/own-text.ts";
import { smallestEdit } from "../../document/text-edit.ts";
import { jsonOutline, memberAgain } from "./json-outline.ts";
import { type Edit, JsonBlock, JsonRow } from "./json-row.ts";
import type { Known } from "./known.ts";
import { isSynthesised, kindOf, type TemplateKind } from "./recognise.ts";
import { ResourceNames, SECRET, secretsWithin } from "./resource-names.ts";

/** A template in JSON, cut into its sections, and its Resources into theirs. */
export interface JsonBlocks {
  readonly text: string;
  readonly kind: TemplateKind;
  readonly top: JsonRow;
  readonly resources: JsonRow;
  readonly names: ResourceNames;
}

/** @returns `undefined` where brackets do not tell where the blocks are (json-outline.ts). */
export function jsonBlocks(text: string, known: Known): JsonBlocks | undefined {
  const outline = jsonOutline(text);
  if (!outline) return undefined;
  const { top, resources } = outline;
  const part = (own: string) => known.part(own);
  const names = new ResourceNames(
    resources.map(({ key }) => key),
    resources.map(({ type }) => type),
    secretsWithin(text, resources),
  );
  return {
    text,
    kind: kindOf(
      top.map(({ key }) => key),
      text,
    ),
    top: JsonRow.of(text, top, part),
    resources: JsonRow.of(text, resources, part),
    names: known.namesLike(names, 0),
  };
}

/**
 * The next version of a template, by looking only at the block that an edit lies within: between two members a scanner is always in the
 * same state, so the others are what they were. @returns `undefined` where the edit reaches further.
 */
export function editedBlocks(before: JsonBlocks, text: string): JsonBlocks | undefined {
  const { span, newText } = smallestEdit(before.text, text);
  const edit: Edit = { ...span, by: newText.length - (span.end - span.start) };
  const section = before.top.within(edit);
  const resource = before.resources.within(edit);
  if (resource < 0) return editedSection(before, text, edit, section);
  const own = textIn(before.resources, resource, text, edit);
  const member = memberAgain(own, 0, own.length, RESOURCE);
  if (!member) return undefined;
  const block = new JsonBlock(member.key, own);
  return {
    text,
    kind: kindAfter(before, text, before.resources.blocks[resource], block),
    top: before.top.after(edit, { index: section, block: stretched(before.top, section, text, edit) }),
    resources: before.resources.after(edit, { index: resource, block }),
    names: before.names.with(resource, member.key, member.type, block.text.includes(SECRET)),
  };
}

/** Depths of a file's sections and of its resources. */
const [SECTION, RESOURCE] = [1, 2];

function editedSection(before: JsonBlocks, text: string, edit: Edit, section: number): JsonBlocks | undefined {
  const old = before.top.blocks[section];
  // Where an edit is between two resources, others may have come.
  if (!old || old.key === "Resources") return undefined;
  const own = textIn(before.top, section, text, edit);
  const member = memberAgain(own, 0, own.length, SECTION);
  if (member?.key !== old.key) return undefined;
  const block = new JsonBlock(member.key, own);
  return {
    text,
    kind: kindAfter(before, text, old, block),
    top: before.top.after(edit, { index: section, block }),
    resources: before.resources.after(edit),
    names: before.names,
  };
}

function textIn(row: JsonRow, index: number, text: string, { by }: Edit): string {
  return ownText(text, row.start(index), row.end(index) + by);
}

/** A block of which nobody wants to know what stands in it. */
function stretched(row: JsonRow, index: number, text: string, { by }: Edit): JsonBlock {
  return new JsonBlock(row.blocks[index]?.key ?? "", text.slice(row.start(index), row.end(index) + by));
}

function kindAfter(before: JsonBlocks, text: string, old: JsonBlock | undefined, now: JsonBlock): TemplateKind {
  if (isSynthesised(now.text) === isSynthesised(old?.text ?? "")) return before.kind;
  return kindOf(
    before.top.blocks.map(({ key }) => key),
    text,
  );
}
