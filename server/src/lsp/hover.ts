import { type Context, hover, hoverEnvironments } from "../engine/index.ts";
import { type Hover, type HoverParams, MarkupKind } from "./library.ts";
import type { OpenSpec } from "./open-spec.ts";

export function hoverAt(spec: OpenSpec, { position }: HoverParams, context: Context): Hover | null {
  const at = spec.isEnvironments ? hoverEnvironments : hover;
  const found = at(spec.document, spec.offsetAt(position), context);
  return found
    ? { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: spec.rangeOf(found.span) }
    : null;
}
