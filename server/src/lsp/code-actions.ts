import {
  type Context,
  environmentsFixesAt,
  findsSeveral,
  fixAll,
  fixesAt,
  type OfferedEnvironmentsFix,
  type OfferedFix,
  refactoringsAt,
  smallestEdit,
  suppressionsAt,
} from "../engine/index.ts";
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from "./library.ts";
import type { OpenSpec } from "./open-spec.ts";
import { rulesLike } from "./overlap.ts";

/** Applies every safe fix; also what "fix on save" asks for when the user's settings name it. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.cognitoClient`;

export function codeActions(
  spec: OpenSpec,
  { range, context: asked }: CodeActionParams,
  context: Context,
  { commands }: { readonly commands: boolean },
): CodeAction[] {
  const wants = (kind: string) =>
    !asked.only || asked.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const span = spec.spanOf(range);
    if (spec.isEnvironments)
      return quickFixes(spec, environmentsFixesAt(spec.document, span, context), asked.diagnostics);
    const fixes = fixesAt(spec.document, span, context);
    actions.push(
      ...quickFixes(spec, fixes, asked.diagnostics),
      ...fixesOfOthers(spec, span, asked.diagnostics, context),
    );
    if (commands) actions.push(...fixesOfRules(spec, fixes, context));
    actions.push(...suppressions(spec, span, context));
  }
  if (spec.isEnvironments) return actions;
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
  fixes: readonly (OfferedFix | OfferedEnvironmentsFix)[],
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return fixes.map(({ finding, title, preferred, safe, edits }) => {
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

/** What another linter beside us has found is not reported twice, but mended. */
function fixesOfOthers(
  spec: OpenSpec,
  span: { start: number; end: number },
  diagnostics: readonly Diagnostic[],
  context: Context,
): CodeAction[] {
  const { unreduced } = context;
  const theirs = diagnostics.filter(({ code }) => rulesLike(code).length > 0);
  if (!unreduced || theirs.length === 0) return [];
  const rules = theirs.flatMap(({ code }) => rulesLike(code));
  return fixesAt(spec.document, span, { ...context, settings: unreduced })
    .filter(({ finding }) => rules.includes(finding.rule.id) && context.settings.rules[finding.rule.id] === "off")
    .map(({ finding, title, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: theirs.filter(({ code }) => rulesLike(code).includes(finding.rule.id)),
      edit: { changes: { [spec.uri]: spec.editsOf(edits) } },
    }));
}

/** The same for all findings of a rule that has several, by a command: what it would do is computed when it is run. */
function fixesOfRules(spec: OpenSpec, fixes: readonly OfferedFix[], context: Context): CodeAction[] {
  const rules = new Set(fixes.filter(({ safe }) => safe).map(({ finding }) => finding.rule.id));
  if (rules.size === 0) return [];
  return [...rules].flatMap((rule) => {
    if (!findsSeveral(spec.document, rule, context)) return [];
    const title = `Fix all of this rule in the file (${rule})`;
    const command = { title, command: "cognitoClient.fixAllOfRule", arguments: [spec.uri, rule] };
    return [{ title, kind: CodeActionKind.QuickFix, command }];
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
