import { findMember, type Path, type SpecNode } from "../document/node.ts";
import { parseSpec } from "../document/parse.ts";
import type { Part, SpecDocument } from "../document/part.ts";
import { type AppClient, type AppClientContent, emptyScope } from "./app-client.ts";
import { extentsOf } from "./extents.ts";
import type { Host } from "./host.ts";
import { shapeOf } from "./shape.ts";

/** A spec: one request, or a list or stream of them. Every document can be read as one, and has at least one app client. */
export const specHost: Host & { clientsIn(document: SpecDocument): readonly AppClient[] } = {
  id: "spec",
  clientsIn(document) {
    const [only] = document.units;
    if (only && document.container === "single") {
      const contents = contentsOf(only.part);
      return contents.map((content, index) => placed(content, only.base, isListItem(content) ? [index] : []));
    }
    // A list within a list or stream is no list of app clients.
    return document.units.map(({ part, base }, index) => placed(wholeOf(part), base, [index]));
  },
};

/** The same object again as long as it stands in the same place. */
function placed(content: AppClientContent, base: number, path: Path): AppClient {
  const last = lastPlaced.get(content);
  if (last?.base === base && last.path.length === path.length && last.path[0] === path[0]) return last;
  const client = { ...content, content, base, path };
  lastPlaced.set(content, client);
  return client;
}
const lastPlaced = new WeakMap<AppClientContent, AppClient>();

/** @returns the app clients that a part would hold in the place of one of a spec's. */
export function contentsInstead({ container }: SpecDocument, part: Part): readonly AppClientContent[] {
  return container === "single" ? contentsOf(part) : [wholeOf(part)];
}

const isListItem = ({ within }: AppClientContent) => within.length > 0;

/** The app clients of a file's only part: the items of a YAML list, or the one that it is. */
export function contentsOf(part: Part): readonly AppClientContent[] {
  const { root, syntax } = part;
  if (syntax !== "yaml" || root?.kind !== "array" || root.items.length === 0) return [wholeOf(part)];
  let contents = listContents.get(part);
  if (!contents) {
    const extents = extentsOf(part, root);
    contents = root.items.map((item, index) => content(part, [index], item, extents[index] ?? whole(part)));
    listContents.set(part, contents);
  }
  return contents;
}
const listContents = new WeakMap<Part, readonly AppClientContent[]>();

function wholeOf(part: Part): AppClientContent {
  let known = wholes.get(part);
  if (!known) {
    known = content(part, [], part.root, whole(part));
    wholes.set(part, known);
  }
  return known;
}
const wholes = new WeakMap<Part, AppClientContent>();

const whole = ({ text }: Part) => ({ start: 0, end: text.length });

function content(
  part: Part,
  within: Path,
  root: SpecNode | undefined,
  extent: AppClientContent["extent"],
): AppClientContent {
  const shape = shapeOf(root);
  const isRequest = shape.kind === "request" || shape.kind === "wrapped";
  const target = isRequest && findMember(shape.object, "ClientId") ? "update" : "create";
  return { host: "spec", target, part, within, root, shape, extent, scope: emptyScope, reread: rereader(part, within) };
}

/** An edit that makes several app clients of the text has gone wrong. The text of a JSON list's item has its comma, and maybe a bracket. */
function rereader({ syntax }: Part, within: Path): AppClientContent["reread"] {
  return (text) => {
    const [first, ...more] = parseSpec(text, syntax === "json" ? "jsonc" : "yaml").units;
    if (!first || more.some(({ part }) => part.root) || first.base > 0) return undefined;
    return contentsOf(first.part).find((each) => each.within.length === within.length && each.within[0] === within[0]);
  };
}
