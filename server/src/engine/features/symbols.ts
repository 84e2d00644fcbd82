import { namesClientSecret } from "../catalogue/secret-name.ts";
import type { AppClient } from "../clients/app-client.ts";
import { clientsIn } from "../clients/clients-in.ts";
import { isTemplate } from "../clients/template/document.ts";
import type { Member, Span, SpecNode } from "../document/node.ts";
import type { SpecDocument, Unit } from "../document/part.ts";
import { shift } from "../lint/finding.ts";
import { quotable } from "../lint/quotable.ts";
import { specOf } from "../reading/spec.ts";

export interface SpecSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: "object" | "list" | "string" | "number" | "boolean" | "null" | "unknown";
  /** In the file. */
  readonly span: Span;
  /** What is selected on a jump; within `span`. */
  readonly selection: Span;
  readonly children: readonly SpecSymbol[];
}

/** As many as VS Code computes for any JSON file (`json.maxItemsComputed`): an outline of more nobody looks through. */
const MOST = 5000;

/** A value whose own values are to be told, too. */
interface Pending {
  readonly into: SpecSymbol[];
  readonly node: SpecNode;
  readonly unit: Unit;
}

/**
 * The outline: one symbol per app client (named after it, when there are several) with its members below. Of a file that has too many
 * the outer ones: all app clients come before any member, and all members before what is in them.
 */
export function symbols(document: SpecDocument): readonly SpecSymbol[] {
  // A template has an owner of its own for this.
  if (isTemplate(document)) return [];
  const found: SpecSymbol[] = [];
  const pending: Pending[] = [];
  for (const [index, unit] of clientsIn(document).slice(0, MOST).entries()) {
    if (!unit.root) continue;
    const into = unit.path.length === 0 ? found : [];
    if (into !== found) found.push(clientSymbol(unit, unit.root, index, into));
    pending.push({ into, node: unit.root, unit });
  }
  let left = MOST - found.length;
  for (const { into, node, unit } of pending) {
    for (const { value, ...symbol } of inside(node, unit)) {
      if (left-- <= 0) return found;
      const children: SpecSymbol[] = [];
      into.push({ ...symbol, children });
      if (value?.kind === "object" || value?.kind === "array") pending.push({ into: children, node: value, unit });
    }
  }
  return found;
}

function clientSymbol(unit: AppClient, root: SpecNode, index: number, children: SpecSymbol[]): SpecSymbol {
  const name = specOf(unit).string("ClientName");
  const span = shift(root.span, unit.base);
  return {
    name: name.state === "known" && name.value !== "" ? quotable(unit.part, name.value) : `App client ${index + 1}`,
    detail: "",
    kind: "object",
    span,
    selection: within(span, shift(specOf(unit).head, unit.base)),
    children,
  };
}

/** Editors refuse an outline whose selection is not within its span, as it would be after a lone `-`. */
function within(span: Span, selection: Span): Span {
  return selection.start >= span.start && selection.end <= span.end ? selection : span;
}

interface Inner extends Omit<SpecSymbol, "children"> {
  readonly value: SpecNode | undefined;
}

function* inside(node: SpecNode, unit: Unit): Generator<Inner> {
  const { part, base } = unit;
  if (node.alias) return;
  if (node.kind === "object") {
    for (const member of node.members) if (!member.alias) yield memberSymbol(member, unit);
  } else if (node.kind === "array") {
    for (const [index, item] of node.items.entries()) {
      const span = shift(item.alias ?? item.span, base);
      const name = quotable(part, textOf(item)) || String(index);
      yield { name, detail: "", kind: kindOf(item), span, selection: span, value: item };
    }
  }
}

function memberSymbol({ key, keySpan, span, value }: Member, unit: Unit): Inner {
  const { part, base } = unit;
  // However it is spelt; and while a colon is missing, the value is part of the key. What an alias stands for is told where it stands.
  const secret = namesClientSecret(key);
  return {
    name: secret ? "ClientSecret" : key === "" ? '""' : quotable(part, key),
    detail: value && !secret && !value.alias ? quotable(part, textOf(value)) : "",
    kind: value ? kindOf(value) : "null",
    span: shift(span, base),
    selection: shift(keySpan, base),
    value: secret ? undefined : value,
  };
}

function kindOf(node: SpecNode): SpecSymbol["kind"] {
  if (node.kind === "array") return "list";
  if (node.kind !== "scalar") return node.kind;
  if (node.value === null) return "null";
  return typeof node.value as "string" | "number" | "boolean";
}

function textOf(node: SpecNode): string {
  if (node.kind === "scalar") return node.value === null ? "" : String(node.value).slice(0, 80);
  return node.kind === "unknown" ? (node.text ?? "").slice(0, 80) : "";
}
