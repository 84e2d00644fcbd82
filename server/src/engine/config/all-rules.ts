import { rules } from "../lint/registry.ts";
import type { RuleMeta } from "../lint/rule.ts";
import { environmentsRules } from "./environments/rules.ts";

/** Whatever has an id and a level: rules of app clients, and what can be wrong in an environments file. Sorted by id. */
export const allRules: readonly RuleMeta[] = [...rules, ...environmentsRules].sort((a, b) => (a.id < b.id ? -1 : 1));
