import { clientAt, clientsIn } from "../../clients/clients-in.ts";
import { type Reference, referencesIn } from "../../clients/template/references.ts";
import type { TemplateView } from "../../clients/template/view.ts";
import { type Span, touches } from "../../document/node.ts";
import type { SpecDocument } from "../../document/part.ts";
import { shift } from "../../lint/finding.ts";

/** A name in a template, and where what it names has its name; both in the file. */
export interface NamedElsewhere {
  readonly span: Span;
  readonly name: Span;
}

/** @returns where the resource, parameter, condition or mapping that is named at an offset of a template has its name, in the file. */
export function referencedAt(document: SpecDocument, offset: number): Span | undefined {
  const client = clientAt(document, offset);
  const site = client?.scope.template?.site;
  if (!client || !site) return undefined;
  const at = offset - client.base;
  const reference = referencesIn(client.root, client.part.text).find(({ span }) => touches(span, at));
  return reference && placeOf(reference, site.view);
}

/** @returns all names of an app client that lead somewhere else in the file. */
export function namesElsewhere(document: SpecDocument): NamedElsewhere[] {
  return clientsIn(document).flatMap(({ root, part, base, scope }) => {
    const view = scope.template?.site.view;
    if (!view) return [];
    return referencesIn(root, part.text).flatMap((reference) => {
      const name = placeOf(reference, view);
      return name ? [{ span: shift(reference.span, base), name }] : [];
    });
  });
}

function placeOf({ name, to }: Reference, view: TemplateView): Span | undefined {
  const piece = to === "value" ? view.resources.get(name)?.piece() : undefined;
  if (piece) return shift(piece.member.keySpan, piece.base);
  const found = view.members(SECTIONS[to]).find(({ member }) => member.key === name);
  return found && shift(found.member.keySpan, found.piece.base);
}

const SECTIONS = { value: "Parameters", condition: "Conditions", mapping: "Mappings" } as const;
