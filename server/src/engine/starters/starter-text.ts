import { emit, emitFlowMember, type PlainValue } from "../document/edit/emit.ts";
import { defaultStyle } from "../document/edit/style.ts";
import type { Syntax } from "../document/part.ts";
import type { Slot, StarterMembers, StarterValue } from "./starters.ts";

type PlainMembers = { readonly [name: string]: PlainValue };

/** @returns a whole spec with the slots' first values, ending in a line break (LF). */
export function starterText(members: StarterMembers, syntax: Syntax): string {
  return `${emit(plainMembers(members), syntax)}\n`;
}

/** @returns a whole spec in snippet syntax (TextMate's, as VS Code and LSP understand it), LF, two spaces. */
export function starterSnippet(members: StarterMembers, syntax: Syntax): string {
  return withSlots(members, (marked) => emit(marked, syntax));
}

/** @returns only the members, without braces, in snippet syntax. */
export function blockSnippet(members: StarterMembers, syntax: Syntax): string {
  return withSlots(members, (marked) =>
    syntax === "yaml"
      ? emit(marked, "yaml")
      : Object.entries(marked)
          .map(([name, value]) => emitFlowMember(name, value, "json", defaultStyle, ""))
          .join(",\n"),
  );
}

/** @returns the members as data, with the slots' first values. */
export function plainMembers(members: StarterMembers): PlainMembers {
  return fill(members, ({ slot }) => slot) as PlainMembers;
}

/** The slots are marked by words that need no quotes in either syntax, and put in once the text stands. */
function withSlots(members: StarterMembers, emitted: (marked: PlainMembers) => string): string {
  const slots: Slot[] = [];
  const marked = fill(
    members,
    (slot) => `slot_${slots.push(slot)}_${typeof slot.slot === "number" ? "number" : "text"}`,
  );
  return emitted(marked as PlainMembers)
    .replace(/[\\$]/g, "\\$&")
    .replace(/"(slot_\d+_number)"/g, "$1")
    .replace(/slot_(\d+)_(?:number|text)/g, (_, number: string) => tabStop(number, slots[Number(number) - 1]));
}

function tabStop(number: string, slot: Slot | undefined): string {
  if (slot === undefined) return "";
  const escaped = (text: string) => text.replace(/[\\$},|]/g, "\\$&");
  return slot.choices
    ? `\${${number}|${[slot.slot, ...slot.choices.filter((choice) => choice !== slot.slot)].map((text) => escaped(String(text))).join(",")}|}`
    : `\${${number}:${String(slot.slot).replace(/[\\$}]/g, "\\$&")}}`;
}

function fill(value: StarterValue, of: (slot: Slot) => string | number): PlainValue {
  if (typeof value !== "object") return value;
  if (isList(value)) return value.map((item) => fill(item, of));
  if (isSlot(value)) return of(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fill(item, of)]));
}

function isList(value: StarterValue): value is readonly StarterValue[] {
  return Array.isArray(value);
}

function isSlot(value: Slot | StarterMembers): value is Slot {
  return typeof value.slot === "string" || typeof value.slot === "number";
}
