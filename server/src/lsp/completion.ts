import {
  type Completion,
  type Context,
  complete,
  completeEnvironments,
  completionDocumentation,
  type DocKey,
  type Span,
} from "../engine/index.ts";
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Range,
} from "./library.ts";
import type { OpenSpec } from "./open-spec.ts";

/** What a client told about its completions. */
export interface CompletionAbilities {
  readonly snippets: boolean;
}

export function completions(
  spec: OpenSpec,
  { position, context: trigger }: CompletionParams,
  context: Context,
  abilities: CompletionAbilities,
): CompletionList {
  const opener = trigger?.triggerKind === CompletionTriggerKind.TriggerCharacter ? trigger.triggerCharacter : undefined;
  const at = spec.isEnvironments ? completeEnvironments : complete;
  const found = at(spec.document, spec.offsetAt(position), context, opener);
  // As a rule all of them replace the same.
  let span: Span | undefined;
  let range: Range | undefined;
  const rangeOf = (other: Span): Range => {
    if (!range || other.start !== span?.start || other.end !== span.end) {
      span = other;
      range = spec.rangeOf(other);
    }
    return range;
  };
  return { isIncomplete: false, items: found.map((item) => toItem(spec, item, rangeOf, abilities)) };
}

function toItem(
  spec: OpenSpec,
  item: Completion,
  rangeOf: (span: Span) => Range,
  { snippets }: CompletionAbilities,
): CompletionItem {
  const { edit } = item;
  const snippet = edit.snippet && snippets;
  return {
    label: item.label,
    kind: kinds[item.kind],
    // A starter's sentence would leave its name no room in the list: VS Code shows `detail` for the chosen row alone.
    ...(item.detail !== undefined &&
      item.detail !== "" &&
      (item.kind === "starter" ? { detail: item.detail } : { labelDetails: { description: item.detail } })),
    sortText: String(item.rank + 10_000).padStart(6, "0"),
    filterText: item.filterText,
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // Indentation is written out already.
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range: rangeOf(edit.span),
      newText: edit.snippet && !snippets ? withoutTabStops(edit.newText) : edit.newText,
    },
    ...(item.additionalEdits.length > 0 && { additionalTextEdits: spec.editsOf(item.additionalEdits) }),
    ...(item.deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(item.retrigger && snippet && { command: { title: "Suggest", command: "editor.action.triggerSuggest" } }),
    ...(item.documentation !== undefined && {
      documentation: { kind: MarkupKind.Markdown, value: item.documentation },
    }),
    ...(item.doc && { data: item.doc }),
  };
}

const kinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  member: CompletionItemKind.Property,
  enum: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  starter: CompletionItemKind.Snippet,
};

/** Adds the documentation of the one item that is looked at. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const text = item.data && completionDocumentation(item.data as DocKey);
  return text ? { ...item, documentation: { kind: MarkupKind.Markdown, value: text } } : item;
}

/** For clients without snippets: first choices and placeholders stay as text. */
function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^,|}\\]|\\.)*)(?:[^|}]*)\|\}/g, "$1")
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, "$1")
    .replace(/\$\d+/g, "")
    .replace(/\\([\\$},|])/g, "$1");
}
