import { emitScalar } from "../document/edit/emit.ts";
import { defaultStyle } from "../document/edit/style.ts";
import type { UnknownNode } from "../document/node.ts";
import type { Part, Syntax } from "../document/part.ts";

/**
 * A value that we do not understand, in the other syntax: templates as strings, intrinsic functions as they stand (JSON is YAML),
 * CloudFormation's short tags in their long form, and of any other tag its text as a string.
 */
export function unknownIn({ text, syntax }: Part, node: UnknownNode, to: Syntax): string {
  const source = text.slice(node.span.start, node.span.end);
  if (node.reason === "template") return emitScalar(node.text ?? "", to, to === "json", defaultStyle);
  if (syntax === "json")
    return source
      .split("\n")
      .map((line) => line.trim())
      .join(" ");
  if (node.reason === "tag" && /^!\w+$/.test(node.text ?? "") && !/[\n[{]/.test(source)) {
    const name = (node.text ?? "").slice(1);
    const bare = source.replace(/^(["'])([\s\S]*)\1$/, "$2");
    const argument = name === "GetAtt" ? JSON.stringify(bare.split(".")) : JSON.stringify(bare);
    return `{ ${JSON.stringify(name === "Ref" || name === "Condition" ? name : `Fn::${name}`)}: ${argument} }`;
  }
  return JSON.stringify(source);
}
