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

/** Whether a resource itself comes after the app client, so that the app client cannot come after it. */
export function waitsFor(site: Site, id: string): boolean {
  return upstreamOf(id, site.view).has(site.id);
}

/** What a finding says behind the name of what a resource makes: let the app client depend on it, unless that would close a circle. */
export function dependencyAdvice(site: Site, id: string): string {
  return waitsFor(site, id)
    ? `and itself comes after this app client: the two need each other, and a new stack is refused. Take what refers to the app client out of ${id}, or what needs ${id} out of the app client.`
    : `but nothing says that it comes before this app client: a new stack may be refused. Let the app client depend on ${id}.`;
}

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
  if (waitsFor(site, id)) return [];
  const { node, name, argument } = reference;
  const isPlain = node.kind === "scalar" && node.alias === undefined;
  const written = name === "Ref" ? `!Ref ${argument}` : `!Sub ${argument}`;
  return suggestions(
    isConditional ? undefined : { title: `Add DependsOn: ${id}`, edits: addDependsOn(part, site, id) },
    isPlain ? { title: `Write ${written}`, edits: replaceByCall(part, node, name, argument) } : undefined,
  );
}
