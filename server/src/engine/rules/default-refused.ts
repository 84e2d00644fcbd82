import type { Rule } from "../lint/rule.ts";

/** A default is no value yet, but a deploy that gives none takes it. */
export const defaultRefused: Rule = {
  id: "default-refused",
  summary: "The Default of a parameter is a value that its place takes",
  why: "A deploy that does not set the parameter uses its Default. Where Cognito refuses that value, such a deploy fails.",
  severity: { recommended: "info", strict: "info" },
  evidence: "inferred",
  source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html",
  fixable: false,
  hosts: ["template"],
  *check(spec) {
    const reading = spec.template;
    if (!reading) return;
    for (const parameter of reading.plainParameters) {
      const { default: given, piece, name } = parameter;
      if (!given) continue;
      const refused = reading.refusalsWith(new Map([[name, given.value]]))[0];
      if (!refused) continue;
      yield {
        span: given.node.span,
        path: [...piece.path, name, "Default"],
        at: piece,
        message: `A deploy that does not set ${name} uses this for ${refused.member}, where it is refused: ${refused.message}`,
        data: { parameter: name, rule: refused.rule },
      };
    }
  },
};
