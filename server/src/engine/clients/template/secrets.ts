import { type SpecNode, stringValue } from "../../document/node.ts";
import { getAttOf } from "./expression.ts";
import { nodesIn } from "./piece.ts";

/** Nodes of a template that hand an app client's secret on: `GetAtt Client.ClientSecret`, also within Sub. */
export function* secretsIn(node: SpecNode | undefined): Generator<{ node: SpecNode; client: string }> {
  for (const each of nodesIn(node)) {
    if (each.kind !== "unknown" || !each.call) continue;
    const { name, args } = each.call;
    if (name === "Fn::GetAtt") {
      const path = getAttOf(args);
      if (path?.attribute === "ClientSecret") yield { node: each, client: path.id };
    } else if (name === "Fn::Sub") {
      const template = args?.kind === "array" ? args.items[0] : args;
      const text = template?.kind === "unknown" ? template.text : stringValue(template);
      for (const match of (text ?? "").matchAll(/\$\{([^!{}.]+)\.ClientSecret\}/g))
        yield { node: each, client: match[1] ?? "" };
    }
  }
}
