import { clientsIn } from "../clients/clients-in.ts";
import { isTemplate } from "../clients/template/document.ts";
import type { SpecDocument } from "../document/part.ts";
import { check, judgedIn } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { isSameContext } from "./same-context.ts";

/** Whether a rule finds more than one thing in a file. No app client is looked at beyond the second; kept as long as the file is. */
export function findsSeveral(document: SpecDocument, rule: string, context: CheckContext): boolean {
  const known = memo.get(document) ?? new Map<string, Kept>();
  const kept = known.get(rule);
  if (kept && isSameContext(kept.context, context)) return kept.several;
  const several = areSeveral(document, rule, context);
  memo.set(document, known.set(rule, { context, several }));
  return several;
}
const memo = new WeakMap<SpecDocument, Map<string, Kept>>();

interface Kept {
  readonly context: CheckContext;
  readonly several: boolean;
}

function areSeveral(document: SpecDocument, id: string, context: CheckContext): boolean {
  if (isTemplate(document)) return check(document, context).filter(({ rule }) => rule.id === id).length > 1;
  let count = 0;
  for (const client of clientsIn(document)) {
    for (const { rule } of judgedIn(client, context)) if (rule.id === id) count++;
    if (count > 1) return true;
  }
  return false;
}
