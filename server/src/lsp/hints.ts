import { type Context, environmentsLinks, hints, lenses, links, namesElsewhere } from "../engine/index.ts";
import { type CodeLens, type DocumentLink, type InlayHint, InlayHintKind, MarkupKind, type Range } from "./library.ts";
import type { OpenSpec } from "./open-spec.ts";
import type { Display } from "./settings.ts";

export function inlayHints(spec: OpenSpec, range: Range, display: Display): InlayHint[] {
  if (!display.lifetimes && !display.defaults) return [];
  return hints(spec.document, spec.spanOf(range), display).map(({ offset, label, tooltip }) => ({
    position: spec.rangeOf({ start: offset, end: offset }).start,
    label,
    kind: InlayHintKind.Type,
    paddingLeft: true,
    tooltip: { kind: MarkupKind.Markdown, value: tooltip },
  }));
}

/** Lenses run commands of the extension, so they are for clients that say they have them. */
export function codeLenses(spec: OpenSpec, display: Display, context: Context): CodeLens[] {
  if (!display.codeLens) return [];
  return lenses(spec.document, context).map(({ span, title, action, index, because }) => ({
    range: spec.rangeOf(span),
    command:
      action !== "explain"
        ? { title, command: commands[action], arguments: [spec.uri, index] }
        : { title, command: "cognitoClient.explainApplicationType", arguments: [title, because ?? []] },
  }));
}

const commands = { create: "cognitoClient.create", compare: "cognitoClient.compareTemplate" } as const;

/**
 * In a template also from a name to what has it, where no other extension leads there; in an environments file from a key to its spec.
 * @param beside the URI of a path from the folder of an environments file.
 */
export function documentLinks(
  spec: OpenSpec,
  { besideToolkit, specs }: Context,
  beside: (path: string) => string,
): DocumentLink[] {
  if (spec.kind === "environments")
    return environmentsLinks(spec.document, specs).map(({ span, path, line }) => ({
      range: spec.rangeOf(span),
      target: line === 0 ? beside(path) : `${beside(path)}#L${line + 1}`,
    }));
  const toPages = links(spec.document).map(({ span, target }) => ({ range: spec.rangeOf(span), target }));
  if (spec.kind !== "template" || besideToolkit) return toPages;
  const toNames = namesElsewhere(spec.document).map(({ span, name }) => {
    const { line, character } = spec.rangeOf(name).start;
    return { range: spec.rangeOf(span), target: `${spec.uri}#L${line + 1},${character + 1}` };
  });
  return [...toPages, ...toNames];
}
