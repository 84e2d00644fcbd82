/** The AWS side, without VS Code. `dist/deploy.js`, loaded by the first AWS command. See docs/iam.md for the permissions. */
export { afterCreate } from "./after-create.ts";
export { differences } from "./compare.ts";
export { createDeploy } from "./create-deploy.ts";
export type { ApplyOptions, ConnectOptions, Deploy, PlanOptions } from "./deploy.ts";
export { createActions, readActions } from "./iam.ts";
export { memoryJournal } from "./journal.ts";
export { namedPools } from "./named-pools.ts";
export { confirmation, planText, remarks } from "./plan-text.ts";
export type * from "./problem.ts";
export type * from "./types.ts";
export { consoleUrl, partitionOf, regionOfPool } from "./where.ts";
