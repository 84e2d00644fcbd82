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

/** The logical id around an offset: at most 255 letters and digits (CloudFormation's limit) to either side. */
function wordAt(text: string, at: number): string {
  const isWord = (index: number) => /[A-Za-z0-9]/.test(text.charAt(index));
  let [start, end] = [at, at];
  while (at - start < 255 && isWord(start - 1)) start--;
  while (end - at < 255 && isWord(end)) end++;
  return text.slice(start, end);
}

function placeOf(name: string, view: TemplateView): Span | undefined {
  const resource = view.resources.get(name)?.piece();
  const found =
    resource ?? [...view.members("Parameters"), ...view.members("Conditions")].find((each) => each.member.key === name);
  if (!found) return undefined;
  const { base } = "piece" in found ? found.piece : found;
  return shift(found.member.keySpan, base);
}
