import { clientsIn } from "../clients/clients-in.ts";
import type { Span } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { shift } from "../lint/finding.ts";
import { specOf } from "../reading/spec.ts";
import { applicationNames } from "../starters/application-names.ts";
import { linksOf } from "./check.ts";
import type { CheckContext } from "./check-context.ts";

export interface Lens {
  /** In the file: the first key of the app client. */
  readonly span: Span;
  readonly title: string;
  readonly action: "create" | "explain" | "compare";
  /** Zero-based place of the app client in the file. */
  readonly index: number;
  /** For `explain`: what the application type was concluded from. */
  readonly because?: readonly string[];
}

/**
 * Above each app client: create it, and what it seems to be for. None for an update input or a pasted answer. In a template it is
 * compared instead: made beside the stack it would belong to nobody. What an environment links exists: it is updated, which is the
 * extension's to offer.
 */
export function lenses(document: SpecDocument, context: Pick<CheckContext, "environments"> = {}): Lens[] {
  return clientsIn(document).flatMap((client, index) => {
    const spec = specOf(client);
    if (spec.entries.length === 0 || spec.operation === "update" || spec.shape.kind === "describe") return [];
    const span = shift(spec.head, client.base);
    const { type, because } = spec.application;
    const first: Lens = client.scope.template
      ? { span, title: "Compare with live app client…", action: "compare", index }
      : { span, title: "Create in AWS…", action: "create", index };
    const isLinked = linksOf(client, context).some(({ id }) => id !== undefined);
    const rest = isLinked && first.action === "create" ? [] : [first];
    const name = applicationNames[type];
    return type === "unknown"
      ? rest
      : [
          ...rest,
          { span, title: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, action: "explain", index, because },
        ];
  });
}
