import * as vscode from "vscode";
import type { FixedAll } from "../../server/src/protocol.ts";

/** What *Fix All* came to, in a sentence or three. A rule's id is named once, however many findings it has. */
export function leftText({ fixed, left: { choice, byHand } }: Pick<FixedAll, "fixed" | "left">): string {
  const head =
    fixed === 0
      ? vscode.l10n.t("Nothing can be fixed without changing what the file says.")
      : fixed === 1
        ? vscode.l10n.t("One problem is fixed.")
        : vscode.l10n.t("{0} problems are fixed.", fixed);
  const parts = [head];
  if (choice.length > 0)
    parts.push(
      vscode.l10n.t("For you to decide, since a quick fix would change what the file means: {0}.", names(choice)),
    );
  if (byHand.length > 0) parts.push(vscode.l10n.t("Without a quick fix: {0}.", names(byHand)));
  if (fixed === 0 && parts.length === 1) return vscode.l10n.t("There is no problem that can be fixed safely.");
  return parts.join(" ");
}

/** `url-http-not-loopback (2), implicit-grant` */
function names(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const all = Array.from(counts, ([id, count]) => (count > 1 ? `${id} (${count})` : id));
  const most = all.slice(0, MOST);
  return all.length > MOST ? vscode.l10n.t("{0} and {1} more", most.join(", "), all.length - MOST) : most.join(", ");
}
/** Rules; a notification has two lines. */
const MOST = 6;
