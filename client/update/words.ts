import * as vscode from "vscode";
import type { ChangeClass, Json, SettingChange } from "../../deploy/index.ts";
import { cut, visible } from "../../server/src/sinks.ts";

export function classText(kind: ChangeClass): string {
  switch (kind) {
    case "may-stop-sign-in":
      return vscode.l10n.t("may stop sign-in");
    case "weakens-security":
      return vscode.l10n.t("weakens security");
    case "other":
      return "";
  }
}

/** What changes, in one line: `60 minutes → 2 hours`, `+ https://a · − https://b`. */
export function changeText({ live, wanted, added = [], removed = [] }: SettingChange): string {
  if (added.length + removed.length > 0)
    return [...added.map((item) => `+ ${valueText(item)}`), ...removed.map((item) => `− ${valueText(item)}`)].join(
      " · ",
    );
  return `${valueText(live)} → ${valueText(wanted)}`;
}

export function valueText(value: Json | undefined): string {
  if (value === undefined) return vscode.l10n.t("nothing");
  return cut(visible(typeof value === "string" ? value : JSON.stringify(value)), 120);
}

/** `3 (1 may stop sign-in, 1 weakens security)`, `1 (may stop sign-in)` */
export function countText(changes: readonly Pick<SettingChange, "class">[]): string {
  const counted = (["may-stop-sign-in", "weakens-security"] as const).flatMap((kind) => {
    const count = changes.filter((change) => change.class === kind).length;
    return count > 0 ? [`${count} ${classText(kind)}`] : [];
  });
  if (counted.length === 0) return String(changes.length);
  const [only] = changes;
  return changes.length === 1 && only ? `1 (${classText(only.class)})` : `${changes.length} (${counted.join(", ")})`;
}
