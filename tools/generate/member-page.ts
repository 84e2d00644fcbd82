import { memberOf } from "../../server/src/engine/catalogue/properties.ts";
import type { RuleMeta } from "../../server/src/engine/lint/rule.ts";

/** The page of a rule that was made from a member's entry, in the form of a hand-written one. */
export function memberPage(rule: RuleMeta): string {
  const path = rule.madeFor ?? [];
  const type = memberOf(path)?.value;
  const [wrong, right] = type?.type === "integer" ? [type.maximum + 1, type.minimum] : words(type);
  const refusal = rule.refusals?.[0];
  return `${rule.summary}.

## Why

${rule.why} ${memberOf(path)?.doc ?? ""}

> ${refusal?.exception}: ${refusal?.message}

## Wrong

\`\`\`yaml
${example(path, wrong)}
\`\`\`

## Right

\`\`\`yaml
${example(path, right)}
\`\`\`

## Fix

${type?.type === "integer" ? "*Use* the nearest bound." : "*Use* the value that was meant, or one of all."} Suggestions, except where only the spelling differs.

## When to turn it off

Never: AWS rejects the request.
`;
}

function words(type: NonNullable<ReturnType<typeof memberOf>>["value"] | undefined): [string, string] {
  const isList = type?.type === "list";
  const text = isList ? type.items : type;
  const first = text?.type === "string" ? (text.values?.[0]?.value ?? "") : "";
  const shown = (value: string) => (isList ? `[${value}]` : value);
  return [shown(`${first}_`), shown(first)];
}

function example(path: readonly string[], value: string | number): string {
  const keys = path.map((name, depth) => `${"  ".repeat(depth)}${name}:`);
  return `${keys.join("\n")} ${value}`;
}
