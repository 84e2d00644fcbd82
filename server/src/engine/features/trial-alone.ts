import type { AppClient, AppClientContent } from "../clients/app-client.ts";
import { clientsIn } from "../clients/clients-in.ts";
import { itemAlone, itemInstead } from "../clients/item-alone.ts";
import { contentsInstead } from "../clients/spec-host.ts";
import { applyEdits } from "../document/edit/edit.ts";
import type { SpecDocument, TextEdit } from "../document/part.ts";
import { isReadAlone, readInstead } from "../document/part-alone.ts";
import { editsAt, type Judged } from "../lint/finding.ts";
import type { RuleMeta } from "../lint/rule.ts";
import { countedIn, judgedIn } from "./check.ts";
import type { CheckContext } from "./check-context.ts";

/** Whether what is tried on an app client's part is true of the file, whatever else stands in it. */
export function canBeTriedAlone(document: SpecDocument, client: AppClient): boolean {
  return !client.scope.template && isReadAlone(document, client);
}

/** The app clients of a part before and after an edit of it. */
export interface Edited {
  readonly before: readonly AppClient[];
  readonly after: readonly AppClient[];
}

/**
 * Reads the part that an app client stands in as edits (in its offsets) leave it: the rest of the file is not looked at.
 * @returns `undefined` where only the whole file can tell what comes of it.
 */
export function editedAlone(
  document: SpecDocument,
  client: AppClient,
  edits: readonly TextEdit[],
  context: CheckContext,
): Edited | undefined {
  if (!canBeTriedAlone(document, client)) return undefined;
  const item = editedItem(client, edits, context);
  if (item) return item;
  const part = readInstead(document, client, applyEdits(client.part.text, edits));
  if (!part) return undefined;
  const before = document.container === "single" ? clientsIn(document) : [client];
  return { before, after: contentsInstead(document, part).map((content) => placed(client, content)) };
}

/** Of a YAML list, whose items share a part. */
function editedItem(client: AppClient, edits: readonly TextEdit[], context: CheckContext): Edited | undefined {
  const { extent } = client;
  const item = itemAlone(client);
  if (!item || edits.some(({ span }) => span.start < extent.start || span.end > extent.end)) return undefined;
  const before = placed(client, item);
  const idsOf = (of: AppClient) => judgedIn(of, context).map(({ rule }) => rule.id);
  // What it says without the others is what it says among them, or it is not alone.
  if (idsOf(before).join() !== idsOf(client).join()) return undefined;
  const now = itemInstead(item, applyEdits(item.part.text, editsAt(-extent.start, edits)));
  return now && { before: [before], after: [placed(client, now)] };
}

/** Where it stands does not matter to what is judged. */
function placed(client: AppClient, content: AppClientContent): AppClient {
  return { ...client, ...content, content };
}

/** Whether an edit takes away a finding of a rule and brings no new error. */
export function works({ before, after }: Edited, rule: RuleMeta, context: CheckContext): boolean {
  const had = countsOf(before.flatMap((client) => judgedIn(client, context)));
  const has = countsOf(after.flatMap((client) => countedIn(client, context, rule)));
  const isGone = (has.all.get(rule.id) ?? 0) < (had.all.get(rule.id) ?? 0);
  return isGone && [...has.errors].every(([id, count]) => count <= (had.errors.get(id) ?? 0));
}

function countsOf(found: readonly Judged[]): Record<"all" | "errors", ReadonlyMap<string, number>> {
  const [all, errors] = [new Map<string, number>(), new Map<string, number>()];
  for (const { rule, severity } of found) {
    all.set(rule.id, (all.get(rule.id) ?? 0) + 1);
    if (severity === "error") errors.set(rule.id, (errors.get(rule.id) ?? 0) + 1);
  }
  return { all, errors };
}
