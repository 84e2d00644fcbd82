import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from "vscode-languageserver";
import { smallestEdit } from "../engine/document/text-edit.ts";
import type { Context } from "../engine/features/context.ts";
import { fixAll } from "../engine/features/fix-all.ts";
import { fixesAt } from "../engine/features/fixes.ts";
import { refactoringsAt } from "../engine/features/refactorings.ts";
import { suppressionsAt } from "../engine/features/suppress.ts";
import type { OpenSpec } from "./open-spec.ts";

/** Applies every safe fix; also what "fix on save" asks for when the user's settings name it. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.cognitoClient`;

export function codeActions(
  spec: OpenSpec,
  { range, context: asked }: CodeActionParams,
  context: Context,
): CodeAction[] {
  const wants = (kind: string) =>
    !asked.only || asked.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    actions.push(...quickFixes(spec, spec.spanOf(range), asked.diagnostics, context));
    actions.push(...suppressions(spec, spec.spanOf(range), context));
  }
  if (wants(CodeActionKind.RefactorRewrite)) {
    const at = spec.offsetAt(range.start);
    const invoked = asked.triggerKind === CodeActionTriggerKind.Invoked;
    for (const { title, edits } of refactoringsAt(spec.document, at, context, invoked)) {
      actions.push({
        title,
        kind: CodeActionKind.RefactorRewrite,
        edit: { changes: { [spec.uri]: spec.editsOf(edits) } },
      });
    }
  }
  // Fix-all is offered only where it was asked for: it would stand in every light bulb otherwise.
  if (asked.only && wants(FIX_ALL)) actions.push(...fixAllAction(spec, context));
  return actions;
}

function quickFixes(
  spec: OpenSpec,
  span: { start: number; end: number },
  diagnostics: readonly Diagnostic[],
  context: Context,
): CodeAction[] {
  return fixesAt(spec.document, span, context).map(({ finding, title, preferred, safe, edits }) => {
    const of = diagnostics.filter(
      (diagnostic) => diagnostic.code === finding.rule.id && diagnostic.message === finding.message,
    );
    return {
      title,
      kind: CodeActionKind.QuickFix,
      ...(of.length > 0 && { diagnostics: of }),
      ...(preferred && safe && { isPreferred: true }),
      edit: { changes: { [spec.uri]: spec.editsOf(edits) } },
    };
  });
}

/** Silencing comes after all fixes. */
function suppressions(spec: OpenSpec, span: { start: number; end: number }, context: Context): CodeAction[] {
  return suppressionsAt(spec.document, span, context).map(({ title, edit }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    edit: { changes: { [spec.uri]: spec.editsOf([edit]) } },
  }));
}

function fixAllAction(spec: OpenSpec, context: Context): CodeAction[] {
  const { text } = spec.document;
  const fixed = fixAll(spec.document, context);
  if (fixed === text) return [];
  const edit = { changes: { [spec.uri]: spec.editsOf([smallestEdit(text, fixed)]) } };
  return [{ title: "Fix all safe problems", kind: FIX_ALL, edit }];
}
