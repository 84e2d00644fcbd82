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

/** The outline: one symbol per app client (named after it, when there are several) with its members below. */
export function symbols(document: SpecDocument): SpecSymbol[] {
  // A template has an owner of its own for this.
  if (isTemplate(document)) return [];
  return clientsIn(document).flatMap((unit, index) => {
    const { root, path } = unit;
    if (path.length === 0) return membersOf(unit);
    if (!root) return [];
    const name = specOf(unit).string("ClientName");
    const span = shift(root.span, unit.base);
    return [
      {
        name: name.state === "known" && name.value !== "" ? quotable(unit.part, name.value) : `App client ${index + 1}`,
        detail: "",
        kind: "object" as const,
        span,
        selection: within(span, shift(specOf(unit).head, unit.base)),
        children: membersOf(unit),
      },
    ];
  });
}

/** Editors refuse an outline whose selection is not within its span, as it would be after a lone `-`. */
function within(span: Span, selection: Span): Span {
  return selection.start >= span.start && selection.end <= span.end ? selection : span;
}

function membersOf(client: AppClient): SpecSymbol[] {
  return children(client.root, client);
}

function children(node: SpecNode | undefined, unit: Unit): SpecSymbol[] {
  const { part, base } = unit;
  if (!node || node.alias) return [];
  if (node.kind === "object")
    return node.members.filter((member) => !member.alias).map((member) => memberSymbol(member, unit));
  if (node.kind !== "array") return [];
  return node.items.map((item, index) => {
    const span = shift(item.alias ?? item.span, base);
    return {
      name: quotable(part, textOf(item)) || String(index),
      detail: "",
      kind: kindOf(item),
      span,
      selection: span,
      children: children(item, unit),
    };
  });
}

function memberSymbol({ key, keySpan, span, value }: Member, unit: Unit): SpecSymbol {
  const { part, base } = unit;
  // However it is spelt; and while a colon is missing, the value is part of the key. What an alias stands for is told where it stands.
  const secret = namesClientSecret(key);
  return {
    name: secret ? "ClientSecret" : key === "" ? '""' : quotable(part, key),
    detail: value && !secret && !value.alias ? quotable(part, textOf(value)) : "",
    kind: value ? kindOf(value) : "null",
    span: shift(span, base),
    selection: shift(keySpan, base),
    children: secret ? [] : children(value, unit),
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
