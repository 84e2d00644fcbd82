import { upstreamOf } from "../../clients/template/graph.ts";
import type { Site } from "../../clients/template/site.ts";
import type { SpecNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import { suggestions } from "../fixes/fixes.ts";
import { addDependsOn, replaceByCall } from "../fixes/template-edits.ts";
import type { Fix } from "../rule.ts";

/** All resources that come before an app client, found once. */
export function upstream(site: Site): ReadonlySet<string> {
  let found = known.get(site);
  if (!found) {
    found = upstreamOf(site.id, site.view);
    known.set(site, found);
  }
  return found;
}
const known = new WeakMap<Site, ReadonlySet<string>>();

export interface Reference {
  readonly node: SpecNode;
  readonly name: "Ref" | "Fn::Sub";
  readonly argument: string;
}

/**
 * Ways to let an app client come after a resource; none where that one already waits for the app client. A resource that is not
 * always made may be referred to, but not depended on (cfn-lint E3005).
 */
export function dependencyFixes(
  part: Part,
  site: Site,
  id: string,
  isConditional: boolean,
  reference: Reference,
): Fix[] {
  if (upstreamOf(id, site.view).has(site.id)) return [];
  const { node, name, argument } = reference;
  const isPlain = node.kind === "scalar" && node.alias === undefined;
  const written = name === "Ref" ? `!Ref ${argument}` : `!Sub ${argument}`;
  return suggestions(
    isConditional ? undefined : { title: `Add DependsOn: ${id}`, edits: addDependsOn(part, site, id) },
    isPlain ? { title: `Write ${written}`, edits: replaceByCall(part, node, name, argument) } : undefined,
  );
}
