import { clientAt } from "../../clients/clients-in.ts";
import { nodesIn } from "../../clients/template/piece.ts";
import type { TemplateView } from "../../clients/template/view.ts";
import { findMember, type Span, touches } from "../../document/node.ts";
import type { SpecDocument } from "../../document/part.ts";
import { shift } from "../../lint/finding.ts";

/** @returns where the resource, parameter or condition that is named at an offset of a template has its name, in the file. */
export function referencedAt(document: SpecDocument, offset: number): Span | undefined {
  const client = clientAt(document, offset);
  const site = client?.scope.template?.site;
  if (!client || !site) return undefined;
  const at = offset - client.base;
  const call = [...nodesIn(client.root)].findLast((node) => node.kind === "unknown" && touches(node.span, at));
  const attributes = ["DependsOn", "Condition"].map((name) => findMember(client.root, name)?.value);
  if (!call && !attributes.some((node) => node && touches(node.span, at))) return undefined;
  return placeOf(wordAt(client.part.text, at), site.view);
}

/** The logical id around an offset. */
function wordAt(text: string, at: number): string {
  const before = /[A-Za-z0-9]*$/.exec(text.slice(Math.max(0, at - 255), at))?.[0] ?? "";
  const after = /^[A-Za-z0-9]*/.exec(text.slice(at, at + 255))?.[0] ?? "";
  return before + after;
}

function placeOf(name: string, view: TemplateView): Span | undefined {
  const resource = view.resources.get(name)?.piece();
  const found =
    resource ?? [...view.members("Parameters"), ...view.members("Conditions")].find((each) => each.member.key === name);
  if (!found) return undefined;
  const { base } = "piece" in found ? found.piece : found;
  return shift(found.member.keySpan, base);
}
