import { type Hover, type HoverParams, MarkupKind } from "vscode-languageserver";
import type { Context } from "../engine/features/context.ts";
import { hoverEnvironments } from "../engine/features/environments/hover.ts";
import { hover } from "../engine/features/hover.ts";
import type { OpenSpec } from "./open-spec.ts";

export function hoverAt(spec: OpenSpec, { position }: HoverParams, context: Context): Hover | null {
  const at = spec.isEnvironments ? hoverEnvironments : hover;
  const found = at(spec.document, spec.offsetAt(position), context);
  return found
    ? { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: spec.rangeOf(found.span) }
    : null;
}
