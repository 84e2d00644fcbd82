import { type Call, type SpecNode, stringValue } from "../../document/node.ts";
import { nodesIn } from "./piece.ts";
import type { TemplateView } from "./view.ts";

/**
 * What a function gives whatever its value will be: CloudFormation makes no list of a text, and no text of a list
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html).
 * @returns `undefined` where it may be either, or is still being typed.
 */
export function resultTypeOf(
  { name, args }: Pick<Call, "name" | "args">,
  view: TemplateView,
): "text" | "list" | undefined {
  if (!view.keepsValues || isResolvedLater(args)) return undefined;
  switch (name) {
    case "Ref":
      return parameterTypeOf(stringValue(args), view);
    case "Fn::Join":
      return isPair(args) ? "text" : undefined;
    case "Fn::Split":
      return isPair(args) ? "list" : undefined;
    case "Fn::Sub":
      return args?.kind === "array" || (args?.kind === "unknown" && args.reason === "template") ? "text" : undefined;
    default:
      return undefined;
  }
}

/** What a dynamic reference gives is decided when the stack is deployed. */
function isResolvedLater(args: SpecNode | undefined): boolean {
  return [...nodesIn(args)].some((node) => {
    const text = node.kind === "unknown" ? node.text : stringValue(node);
    return text?.includes("{{") ?? false;
  });
}

function isPair(args: SpecNode | undefined): boolean {
  return args?.kind === "array" && args.items.length === 2;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html */
function parameterTypeOf(name: string | undefined, view: TemplateView): "text" | "list" | undefined {
  const parameter = name === undefined || view.resources.has(name) ? undefined : view.parameters.get(name);
  const type = /^AWS::SSM::Parameter::Value<(.*)>$/.exec(parameter?.type ?? "")?.[1] ?? parameter?.type;
  if (type === undefined) return undefined;
  if (type === "CommaDelimitedList" || /^List<[\w:]+>$/.test(type)) return "list";
  return type === "String" || type === "Number" ? "text" : undefined;
}
