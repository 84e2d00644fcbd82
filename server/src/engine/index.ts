/** What the rest of the project may import from the engine. */

export { type Difference, differences, normalForm } from "./catalogue/normal-form.ts";
export { type UpdateSettings, updateSettings } from "./catalogue/update-request.ts";
export type { AppClient, Scope, ScopeValue, Target } from "./clients/app-client.ts";
export type { FactsByPool, PoolFacts } from "./clients/pool-facts.ts";
export type { Settings } from "./config/settings.ts";
export { defaultSettings } from "./config/settings.ts";
export type { Member, Span, SpecNode } from "./document/node.ts";
export { findMember, stringValue, touches } from "./document/node.ts";
export type { Comment, Part, SpecDocument, Syntax, TextEdit, Unit } from "./document/part.ts";
export type { CheckContext } from "./lint/context.ts";
export type { Finding } from "./lint/finding.ts";
export type { Fix, Level, Preset, Report, Rule, RuleMeta, Severity } from "./lint/rule.ts";
