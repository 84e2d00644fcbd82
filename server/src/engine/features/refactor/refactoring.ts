import type { AppClient, AppClientContent } from "../../clients/app-client.ts";
import { clientsIn } from "../../clients/clients-in.ts";
import { reopen } from "../../clients/open.ts";
import { commentsOf } from "../../document/comments.ts";
import { applyEdits, sameValue } from "../../document/edit/edit.ts";
import type { Part, SpecDocument, TextEdit } from "../../document/part.ts";
import { plainOf } from "../../document/plain.ts";
import { editsAt, type Judged } from "../../lint/finding.ts";
import type { Spec } from "../../reading/spec.ts";
import { countedIn, judgedIn } from "../check.ts";
import type { CheckContext } from "../check-context.ts";
import { isSameContext } from "../same-context.ts";
import { restoreBom } from "../trial.ts";
import { canBeTriedAlone, type Edited, editedAlone } from "../trial-alone.ts";

/** A change that somebody asks for; nothing was wrong before. */
export interface Refactoring {
  readonly title: string;
  /** In the part's offsets. */
  readonly edits: readonly TextEdit[];
  /** Whether the request must say exactly the same afterwards. */
  readonly keepsValue: boolean;
}

/** The place that a refactoring is asked for. */
export interface At {
  readonly part: Part;
  readonly spec: Spec;
  /** Names from the app client's object down to the cursor. */
  readonly path: readonly (string | number)[];
}

/**
 * Whether a refactoring does what it says: the result parses, has every comment, no new error and, where promised, the same value.
 * Kept until the app client changes or what counts for it.
 */
export function holds(
  document: SpecDocument,
  client: AppClient,
  { edits, keepsValue }: Refactoring,
  context: CheckContext,
): boolean {
  const key = JSON.stringify(edits);
  const kept = canBeTriedAlone(document, client) ? memo.get(client.content)?.get(key) : undefined;
  if (kept && isSameContext(kept.context, context)) return kept.holds;
  if (applyEdits(client.part.text, edits) === client.part.text) return false;
  const alone = editedAlone(document, client, edits, context);
  const result = keeps(alone ?? editedInFile(document, editsAt(client.base, edits)), keepsValue, context);
  if (alone) {
    const known = memo.get(client.content) ?? new Map<string, Kept>();
    memo.set(client.content, known.set(key, { context, holds: result }));
  }
  return result;
}
const memo = new WeakMap<AppClientContent, Map<string, Kept>>();

interface Kept {
  readonly context: CheckContext;
  readonly holds: boolean;
}

function editedInFile(document: SpecDocument, edits: readonly TextEdit[]): Edited {
  const after = reopen(document, restoreBom(document, applyEdits(document.text, edits)));
  return { before: clientsIn(document), after: clientsIn(after) };
}

function keeps({ before, after }: Edited, value: boolean, context: CheckContext): boolean {
  if (before.length !== after.length) return false;
  if (value && !before.every((each, index) => each.content === after[index]?.content || isSame(each, after[index])))
    return false;
  if (commentTexts(before) !== commentTexts(after)) return false;
  const had = errors(before, (client) => judgedIn(client, context));
  const has = errors(after, (client) => countedIn(client, context));
  return has.every(({ id, path }) => had.some((old) => old.id === id && path.endsWith(old.path)));
}

/** By rule and place, counted from the first app client. */
function errors(
  clients: readonly AppClient[],
  judged: (client: AppClient) => readonly Judged[],
): { id: string; path: string }[] {
  return clients.flatMap((client, index) =>
    judged(client)
      .filter(({ severity }) => severity === "error")
      .map(({ rule, path }) => ({ id: rule.id, path: [index, ...path].join("/") })),
  );
}

function isSame(a: AppClient, b: AppClient | undefined): boolean {
  const [before, after] = [plainOf(a.root), plainOf(b?.root)];
  if (before !== undefined || after !== undefined) return sameValue(before, after);
  // What cannot be known is compared by its characters, whatever their order.
  const letters = (client: AppClient | undefined) => {
    const text = client?.part.text.slice(client.extent.start, client.extent.end) ?? "";
    return [...text.replace(/[\s,]/g, "")].sort().join("");
  };
  return letters(a) === letters(b);
}

function commentTexts(clients: readonly AppClient[]): string {
  // The items of a YAML list share a part.
  return [...new Map(clients.map(({ base, part }) => [base, part])).values()]
    .flatMap((part) => commentsOf(part).map(({ text }) => text))
    .sort()
    .join("\n");
}
