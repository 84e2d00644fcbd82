import type { AppClient } from "../../clients/app-client.ts";
import { nodesIn } from "../../clients/template/piece.ts";
import { readingsOf } from "../../clients/template/site.ts";
import type { PlainValue } from "../../document/edit/emit.ts";
import type { Member, SpecNode } from "../../document/node.ts";
import { plainOf, sameValue } from "../../document/plain.ts";
import { namesIn } from "./effective-value.ts";

export interface TemplateRequest {
  /** What the template says of the request, whatever is chosen at the deploy. */
  readonly members: Readonly<Record<string, PlainValue>>;
  /** Properties that the deploy decides, each with what does: `!Ref Stage`. */
  readonly elsewhere: readonly { readonly name: string; readonly by: string }[];
  /** The same request with `<…>` where the deploy decides. */
  readonly withPlaceholders: Readonly<Record<string, PlainValue>>;
}

/** @returns what an app client of a template asks for, as far as the file tells; `undefined` for one of a spec. */
export function requestOfTemplate(client: AppClient): TemplateRequest | undefined {
  const site = client.scope.template?.site;
  if (!site) return undefined;
  const roots = readingsOf(site).map(({ root }) => root);
  const members: Record<string, PlainValue> = {};
  const elsewhere: { name: string; by: string }[] = [];
  const withPlaceholders: Record<string, PlainValue> = {};
  const written = new Map((site.properties?.members ?? []).map((member) => [member.key, member.value]));
  for (const name of new Set(roots.flatMap((root) => root.members.map(({ key }) => key)))) {
    const nodes = roots.map((root) => root.members.findLast(({ key }) => key === name)?.value);
    const values = nodes.map(plainOf);
    const [first] = values;
    if (first !== undefined && values.every((value) => sameValue(value, first))) {
      members[name] = first;
      withPlaceholders[name] = first;
      continue;
    }
    elsewhere.push({ name, by: saidOf(written.get(name)) });
    // Of several ways that it can turn out none is chosen.
    const [whole, ...others] = nodes.map((node) => filled(node, name));
    withPlaceholders[name] = others.every((other) => sameValue(other, whole)) ? (whole ?? null) : `<${name}>`;
  }
  return { members, elsewhere, withPlaceholders };
}

/** The functions that a value consists of, as people write them: `!Ref Stage`, `!If IsProd`. */
function saidOf(node: SpecNode | undefined): string {
  const call = [...nodesIn(node)].find((each) => each.kind === "unknown");
  if (call?.kind !== "unknown" || !call.call) return "the deploy";
  const { name, args } = call.call;
  const short = `!${name.replace(/^Fn::/, "")}`;
  const [named] = namesIn(call);
  const condition = name === "Fn::If" && args?.kind === "array" ? args.items[0] : undefined;
  const word = condition?.kind === "scalar" ? String(condition.value) : named;
  return word ? `${short} ${word}` : short;
}

/** @returns a value with `<…>` in place of what is not known, named after its property. */
export function filled(node: SpecNode | undefined, name: string): PlainValue {
  switch (node?.kind) {
    case "scalar":
      return node.value;
    case "array":
      return node.items.map((item) => filled(item, name));
    case "object":
      return Object.fromEntries(node.members.map((member: Member) => [member.key, filled(member.value, member.key)]));
    default:
      return `<${name}>`;
  }
}
