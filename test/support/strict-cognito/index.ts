/** What tests and tools use of the strict server. */
export { type OperationName, operationNames } from "./answering.ts";
export type { Held, Hook, Hooks } from "./hooks.ts";
export { defaultAccount } from "./identity.ts";
export { type Knobs, type Omitted, omittedAnswers } from "./knobs.ts";
export type { AppClientSeed, PoolSeed } from "./seed.ts";
export { type StrictCognito, type StrictOptions, startStrictCognito } from "./server.ts";
export { Refusal } from "./wire.ts";
