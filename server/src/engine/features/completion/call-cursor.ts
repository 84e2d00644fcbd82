import type { Span } from "../../document/node.ts";
import type { Syntax } from "../../document/part.ts";

/** A place in a function of a template, or in an attribute of a resource, where a name belongs. */
export interface CallCursor {
  /** `reference`: of `Ref`; `text`: a variable of `Fn::Sub`; `resource`, `attribute`: of `Fn::GetAtt`; `dependency`: of DependsOn. */
  readonly wants: "reference" | "text" | "resource" | "attribute" | "dependency" | "condition" | "mapping";
  /** Of an attribute: the resource that is named before it. */
  readonly of?: string;
  /** The half-typed name. */
  readonly replace: Span;
}

interface Pattern {
  readonly wants: CallCursor["wants"];
  /** What stands before the cursor, the half-typed name last; a group before it names the resource. */
  readonly before: RegExp;
  /** Stands anywhere before that on the line. */
  readonly within?: RegExp;
}

const yaml: readonly Pattern[] = [
  { wants: "text", within: /!Sub|Fn::Sub:/, before: /\$\{([\w:]*)$/ },
  { wants: "attribute", before: /(?:!GetAtt|Fn::GetAtt:)[ \t]+["']?(\w+)\.([\w.]*)$/ },
  { wants: "attribute", before: /(?:!GetAtt|Fn::GetAtt:)[ \t]+\[[ \t]*["']?(\w+)["']?[ \t]*,[ \t]*["']?([\w.]*)$/ },
  { wants: "resource", before: /(?:!GetAtt|Fn::GetAtt:)[ \t]+\[?[ \t]*["']?(\w*)$/ },
  { wants: "reference", before: /(?:!Ref|(?:^|[\s{,])["']?Ref["']?:)[ \t]+["']?([\w:]*)$/ },
  { wants: "condition", before: /(?:!If|Fn::If:)[ \t]+\[[ \t]*["']?(\w*)$/ },
  { wants: "condition", before: /(?:!Condition|^[ \t]*Condition:)[ \t]+["']?(\w*)$/ },
  { wants: "mapping", before: /(?:!FindInMap|Fn::FindInMap:)[ \t]+\[[ \t]*["']?(\w*)$/ },
  { wants: "dependency", before: /^[ \t]*DependsOn:[ \t]+(?:\[(?:[^\]\n]*[,\s])?)?["']?(\w*)$/ },
];

const json: readonly Pattern[] = [
  { wants: "text", before: /"Fn::Sub"\s*:\s*(?:\[\s*)?"[^"\n]*\$\{([\w:]*)$/ },
  { wants: "attribute", before: /"Fn::GetAtt"\s*:\s*\[\s*"(\w+)"\s*,\s*"([\w.]*)$/ },
  { wants: "resource", before: /"Fn::GetAtt"\s*:\s*\[\s*"(\w*)$/ },
  { wants: "reference", before: /"Ref"\s*:\s*"([\w:]*)$/ },
  { wants: "condition", before: /(?:"Fn::If"\s*:\s*\[|"Condition"\s*:)\s*"(\w*)$/ },
  { wants: "mapping", before: /"Fn::FindInMap"\s*:\s*\[\s*"(\w*)$/ },
  { wants: "dependency", before: /"DependsOn"\s*:\s*(?:\[[^\]]*)?"(\w*)$/ },
];

/** @returns what belongs at an offset of a text, told from what stands before it alone: half-typed functions are no tree yet. */
export function callCursor(text: string, offset: number, syntax: Syntax): CallCursor | undefined {
  // JSON may be written over several lines; a function's name is never far.
  const from = syntax === "yaml" ? text.lastIndexOf("\n", offset - 1) + 1 : Math.max(0, offset - FARTHEST);
  const before = text.slice(from, offset);
  if (syntax === "yaml" && /(?:^|\s)#/.test(before)) return undefined;
  const near = before.slice(-FARTHEST);
  for (const { wants, before: pattern, within } of syntax === "yaml" ? yaml : json) {
    const groups = pattern.exec(near)?.slice(1);
    if (!groups || within?.test(before.slice(0, before.length - (groups.at(-1)?.length ?? 0))) === false) continue;
    const typed = groups.at(-1) ?? "";
    const after = /^[\w:]*/.exec(text.slice(offset, offset + 255))?.[0] ?? "";
    // What stands before a key is no part of a name.
    const rest = after.endsWith(":") ? "" : after;
    const [of] = groups.length > 1 ? groups : [];
    return {
      wants,
      ...(of !== undefined && { of }),
      replace: { start: offset - typed.length, end: offset + rest.length },
    };
  }
  return undefined;
}
const FARTHEST = 400;
