import { findMember, type ObjectNode, type Path, type SpecNode, stringValue } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import { readYaml } from "../../document/yaml.ts";
import type { AppClient, AppClientContent, Scope } from "../app-client.ts";
import type { Shape } from "../shape.ts";
import { memberAlone } from "./cut.ts";
import type { Reading, Site } from "./site.ts";

/** @returns a resource as an app client: as it is written, functions and all. */
export function clientOf(site: Site, isGenerated: boolean): AppClient {
  const { piece } = site;
  // CDK names the construct in what it synthesises.
  const construct = stringValue(findMember(findMember(piece.member.value, "Metadata")?.value, "aws:cdk:path")?.value);
  const content = contentOf(site, piece.part, piece.member.value, {
    values: () => undefined,
    isOpen: site.isOpen,
    template: {
      site,
      isGenerated: isGenerated || construct !== undefined,
      ...(construct !== undefined && { construct }),
    },
  });
  return { ...content, content, base: piece.base, path: piece.path };
}

/** @returns the app client as one scenario has it. */
export function contentOfReading(client: AppClient, reading: Reading): AppClientContent {
  const { site, root: properties } = reading;
  const resource = site.piece.member.value as ObjectNode;
  const members = resource.members.map((member) =>
    member.key === "Properties" ? { ...member, value: properties } : member,
  );
  const root: ObjectNode = site.properties ? { ...resource, members } : properties;
  const scope: Scope = { ...client.scope, ...(reading.facts && { pool: reading.facts }) };
  return contentOf(site, site.piece.part, root, scope);
}

function contentOf(site: Site, part: Part, root: SpecNode | undefined, scope: Scope): AppClientContent {
  const shape = shapeOfResource(root);
  return {
    host: "template",
    target: "resource",
    part,
    within: site.within,
    root,
    shape,
    extent: site.extent,
    scope,
    reread: (text) => reread(site, part, text, scope),
  };
}

function shapeOfResource(root: SpecNode | undefined): Shape {
  const wrapper = findMember(root, "Properties");
  if (wrapper?.value?.kind === "object") return { kind: "resource", object: wrapper.value, wrapper };
  if (root?.kind === "object") return { kind: "request", object: { ...root, members: [] } };
  return root ? { kind: "other", node: root } : { kind: "empty" };
}

/** A fix in the making works on the app client as written: what functions give stands nowhere. */
function reread(site: Site, { syntax }: Part, text: string, scope: Scope): AppClientContent | undefined {
  const part = syntax === "yaml" ? { syntax, text, ...readYaml(text) } : memberAlone(text);
  const root = part && nodeOf(part.root, site.within);
  return part && root && { ...contentOf(site, part, root, scope), extent: { start: 0, end: text.length } };
}

function nodeOf(root: SpecNode | undefined, path: Path): SpecNode | undefined {
  let node = root;
  for (const step of path)
    node = node?.kind === "array" ? node.items[Number(step)] : findMember(node, String(step))?.value;
  return node;
}
