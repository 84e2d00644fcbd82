import { stringValue } from "../../document/node.ts";
import { nodesIn, type Path, placesIn } from "./piece.ts";
import type { Site } from "./site.ts";
import type { Parameter, TemplateView } from "./view.ts";

/** A parameter that an app client uses, and where: paths count from its Properties, to the outermost function that uses it. */
export interface ParameterUse {
  readonly parameter: Parameter;
  readonly paths: readonly Path[];
}

/**
 * The parameters that an app client uses and that no condition speaks of: where one does, a use may be behind it.
 */
export function parametersOf({ view, properties }: Site): ParameterUse[] {
  const found = new Map<string, Path[]>();
  for (const { node, path } of placesIn(properties, [])) {
    if (node.kind !== "unknown" || !node.call) continue;
    const { name, args } = node.call;
    const names = name === "Ref" ? [stringValue(args) ?? ""] : name === "Fn::Sub" ? namesIn(args) : [];
    for (const each of names) {
      const paths = found.get(each);
      if (paths) paths.push(outermost(path));
      else found.set(each, [outermost(path)]);
    }
  }
  const decided = parametersInConditions(view);
  return [...found].flatMap(([name, paths]) => {
    const parameter = view.parameters.get(name);
    return parameter && !decided.has(name) ? [{ parameter, paths }] : [];
  });
}

function namesIn(args: Parameters<typeof stringValue>[0]): string[] {
  const template = args?.kind === "array" ? args.items[0] : args;
  const text = template?.kind === "unknown" ? template.text : stringValue(template);
  return [...(text ?? "").matchAll(/\$\{([^!{}.]+)\}/g)].map((match) => (match[1] ?? "").trim());
}

/** Up to the first function that is no branch: what it gives stands there. */
function outermost(path: Path): Path {
  const end = path.findIndex((step) => typeof step === "string" && step.startsWith("Fn::") && step !== "Fn::If");
  return end < 0 ? path : path.slice(0, end);
}

function parametersInConditions(view: TemplateView): Set<string> {
  const names = new Set<string>();
  for (const expression of view.conditions.values())
    for (const node of nodesIn(expression)) {
      if (node.kind !== "unknown" || !node.call) continue;
      const { name, args } = node.call;
      for (const each of name === "Ref" ? [stringValue(args) ?? ""] : name === "Fn::Sub" ? namesIn(args) : [])
        names.add(each);
    }
  return names;
}
