import type { Format, Misfit } from "../../catalogue/format.ts";
import type { ScalarNode } from "../../document/node.ts";
import type { Field } from "../../reading/fields.ts";
import type { Report } from "../rule.ts";
import { shown } from "../shown.ts";

/** Checks one string against the catalogue's limits. The message names the value, unless that is a secret. */
export function* checkString(
  field: Field<string, ScalarNode>,
  format: Format,
  advice: string,
  fixes?: (value: string, node: ScalarNode) => Report["fixes"],
  secret = false,
): Generator<Report> {
  if (field.state !== "known") return;
  const misfit = format(field.value);
  if (!misfit) return;
  const { member, node, path, value } = field;
  const offered = fixes?.(value, node);
  yield {
    span: node.span,
    path,
    message: sentence(member.key, value, misfit, advice, secret),
    data: { member: member.key, problem: misfit.kind },
    ...(offered && { fixes: offered }),
  };
}

export function sentence(name: string, value: string, misfit: Misfit, advice: string, secret = false): string {
  const quoted = secret || misfit.kind === "empty" ? "" : ` ${shown(value)}`;
  return `${name}${quoted} ${misfit.clause}. ${advice}`;
}
