import { memberOf } from "../../catalogue/properties.ts";
import type { AppClient } from "../../clients/app-client.ts";
import { locateIn } from "../../clients/locate.ts";
import { type Path, touches } from "../../document/node.ts";
import { shift } from "../../lint/finding.ts";
import { callCursor } from "./call-cursor.ts";
import { namesFor } from "./call-names.ts";
import type { Completion } from "./item.ts";

/**
 * @param typed the path from the Properties to what is being typed, as the text around it tells: half-typed functions are no tree.
 * @returns the names that fit in a function of a template, or in DependsOn or Condition; `undefined` where the offset of the part is in none.
 */
export function completeCall(client: AppClient, offset: number, typed: Path): Completion[] | undefined {
  const site = client.scope.template?.site;
  const cursor = site && callCursor(client.part.text, offset, client.part.syntax);
  if (!site || !cursor) return undefined;
  const located = propertyAt(client, offset);
  const path =
    memberOf(located.map(String)) || located.some((step) => typeof step === "number") ? located : outside(typed);
  const property = memberOf(path.filter((step) => typeof step === "string"));
  return namesFor(cursor, site.view, property, typeof path.at(-1) === "number", site.id).map(
    ({ name, detail }, index) => ({
      label: name,
      kind: "value",
      detail,
      rank: index,
      filterText: name,
      edit: { span: shift(cursor.replace, client.base), newText: name, snippet: false },
      additionalEdits: [],
      retrigger: false,
      deprecated: false,
    }),
  );
}

/** Without the steps into a function. */
function outside(path: Path): Path {
  const end = path.findIndex((step) => step === "Ref" || String(step).startsWith("Fn::"));
  return end < 0 ? path : path.slice(0, end);
}

/** From the Properties to the value that the function gives: without the steps into the function. */
function propertyAt(client: AppClient, offset: number): Path {
  const { path, member } = locateIn(client, offset);
  const steps = path[0] === "Properties" ? path.slice(1) : path;
  // Behind a name that has no value yet nothing is located.
  return steps.length > 0 || !member || !touches(member.span, offset) ? steps : [member.key];
}
