import type { AppClient } from "../clients/app-client.ts";
import { clientsIn } from "../clients/clients-in.ts";
import { isAsBefore, type Surroundings, surroundingsOf } from "../clients/template/surroundings.ts";
import { isSamePath } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { editsAt, type Finding, type Judged } from "../lint/finding.ts";
import type { Fix } from "../lint/rule.ts";
import type { CheckContext } from "./check-context.ts";
import { isSameContext } from "./same-context.ts";
import { tryOut } from "./trial.ts";
import { canBeTriedAlone, editedAlone, works } from "./trial-alone.ts";

/** What came of trying the fixes of a finding. */
export interface Tried {
  /** Those that work, in the part's offsets: as right wherever the app client moves to. */
  readonly fixes: readonly Fix[];
  readonly trials: number;
}

interface Kept extends Tried {
  readonly context: CheckContext;
  /** In a template: nothing of this was changed by any of the fixes, so what stands there could not tell that they were tried. */
  readonly surroundings: Surroundings | undefined;
}

/**
 * The fixes of a finding that work. What was tried is kept until the app client changes or what counts for it; where only the whole
 * file can tell, until anything in it changes.
 */
export function triedFixes(document: SpecDocument, client: AppClient, finding: Finding, context: CheckContext): Tried {
  const { judged, rule } = finding;
  if (!judged) return { fixes: [], trials: 0 };
  const kept = keptFor(document, client, judged);
  if (kept && isSameContext(kept.context, context)) return kept;
  const { template } = client.scope;
  const surroundings = template && surroundingsOf(template.site.view);
  let isOwn = true;
  const all = judged.fixes?.(client.part) ?? [];
  const fixes = all.filter(({ edits }) => {
    const edited = editedAlone(document, client, edits, context);
    if (edited) return works(edited, rule, context);
    const trial = tryOut(document, editsAt(client.base, edits), context);
    isOwn &&= trial !== undefined && surroundings !== undefined && isAround(trial.document, client, surroundings);
    return trial !== undefined && !trial.hasNewErrors && (trial.fewer.get(rule.id) ?? 0) > 0;
  });
  const tried: Kept = { fixes, trials: all.length, context, surroundings };
  (isOwn ? byJudged : ofDocument(document)).set(judged, tried);
  return tried;
}

/** Whether an app client has the same surroundings in another version of its template. */
function isAround(document: SpecDocument, { path }: AppClient, surroundings: Surroundings): boolean {
  const view = clientsIn(document).find((other) => isSamePath(other.path, path))?.scope.template?.site.view;
  return view !== undefined && isAsBefore(view, surroundings);
}

function keptFor(document: SpecDocument, client: AppClient, judged: Judged): Kept | undefined {
  const kept = byJudged.get(judged);
  const { template } = client.scope;
  const isTrue = template
    ? kept?.surroundings && isAsBefore(template.site.view, kept.surroundings)
    : canBeTriedAlone(document, client);
  return (isTrue ? kept : undefined) ?? ofDocument(document).get(judged);
}
/** An app client is judged anew when it changes, its settings, or what is known of its pool. */
const byJudged = new WeakMap<Judged, Kept>();

function ofDocument(document: SpecDocument): WeakMap<Judged, Kept> {
  let known = byDocument.get(document);
  if (!known) {
    known = new WeakMap();
    byDocument.set(document, known);
  }
  return known;
}
const byDocument = new WeakMap<SpecDocument, WeakMap<Judged, Kept>>();
