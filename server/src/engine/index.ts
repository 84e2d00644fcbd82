/** What the rest of the project may import from the engine. */
export type { Member, Span, SpecNode } from "./document/node.ts";
export { findMember, stringValue, touches } from "./document/node.ts";
export type { Comment, Part, SpecDocument, Syntax, TextEdit, Unit } from "./document/part.ts";
export type { PoolFacts } from "./facts.ts";
export type { Finding, Fix, Level, Preset, Report, Rule, RuleMeta, Severity } from "./rules/rule.ts";
export type { Settings } from "./settings.ts";
export { defaultSettings } from "./settings.ts";
