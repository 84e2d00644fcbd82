/** The AWS side, without VS Code. `dist/deploy.js`, loaded by the first AWS command. See docs/iam.md for the permissions. */
export type { ApplyOptions, ConnectOptions, Deploy, PlanOptions } from "./deploy.ts";
export type * from "./problem.ts";
export type * from "./types.ts";
