import * as vscode from "vscode";
import { counted } from "../counted.ts";

export interface Count {
  /** Specs, environments files and templates that were checked. */
  files: number;
  withFindings: number;
  errors: number;
  warnings: number;
  /** Infos: whatever else Problems shows. */
  others: number;
}

/** What a check of the folder came to, in a sentence; never one that sounds as if all was looked at when it was not. */
export function checkedText(
  { files, withFindings, errors, warnings, others }: Count,
  { cancelled, full }: { readonly cancelled: boolean; readonly full: boolean },
): string {
  const parts: string[] = [];
  if (cancelled) parts.push(vscode.l10n.t("Cancelled."));
  if (full) parts.push(vscode.l10n.t("The folder has more files than are looked at; the rest was left out."));
  if (files === 0) parts.push(vscode.l10n.t("No spec, and no template with an app client, was found."));
  else if (withFindings === 0) parts.push(vscode.l10n.t("{0} checked: no problems.", counted.files(files)));
  else {
    const found = [
      ...(errors > 0 ? [counted.errors(errors)] : []),
      ...(warnings > 0 ? [counted.warnings(warnings)] : []),
      ...(others > 0 ? [counted.others(others)] : []),
    ].join(", ");
    parts.push(
      files === withFindings
        ? vscode.l10n.t("{0} checked: {1}.", counted.files(files), found)
        : vscode.l10n.t("{0} checked: {1}, in {2} of them.", counted.files(files), found, withFindings),
    );
  }
  return parts.join(" ");
}
