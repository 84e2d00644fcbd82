import type { AppClient } from "../../clients/app-client.ts";
import { clientsIn } from "../../clients/clients-in.ts";
import { reopen } from "../../clients/open.ts";
import { commentsOf } from "../../document/comments.ts";
import { applyEdits, sameValue } from "../../document/edit/edit.ts";
import type { Part, SpecDocument, TextEdit } from "../../document/part.ts";
import { plainOf } from "../../document/plain.ts";
import { editsAt } from "../../lint/finding.ts";
import type { Spec } from "../../reading/spec.ts";
import { check } from "../check.ts";
import type { CheckContext } from "../check-context.ts";
import { restoreBom } from "../trial.ts";

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

/** Whether a refactoring does what it says: the result parses, has every comment, no new error and, where promised, the same value. */
export function holds(
  document: SpecDocument,
  client: AppClient,
  refactoring: Refactoring,
  context: CheckContext,
): boolean {
  const text = applyEdits(document.text, editsAt(client.base, refactoring.edits));
  if (text === document.text) return false;
  const after = reopen(document, restoreBom(document, text));
  if (clientsIn(after).length !== clientsIn(document).length) return false;
  if (refactoring.keepsValue && !sameUnits(document, after)) return false;
  if (commentTexts(document) !== commentTexts(after)) return false;
  const before = errors(document, context);
  return errors(after, context).every(({ id, path }) => before.some((old) => old.id === id && path.endsWith(old.path)));
}

function errors(document: SpecDocument, context: CheckContext): { id: string; path: string }[] {
  return check(document, context)
    .filter(({ severity }) => severity === "error")
    .map(({ rule, path }) => ({ id: rule.id, path: path.join("/") }));
}

function sameUnits(before: SpecDocument, after: SpecDocument): boolean {
  const others = clientsIn(after);
  return clientsIn(before).every(
    (client, index) => client.content === others[index]?.content || isSame(client, others[index]),
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

function commentTexts(document: SpecDocument): string {
  return document.units
    .flatMap(({ part }) => commentsOf(part).map(({ text }) => text))
    .sort()
    .join("\n");
}
