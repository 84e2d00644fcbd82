/** The AWS side, without VS Code. `dist/deploy.js`, loaded by the first AWS command. See docs/iam.md for the permissions. */
export type { ClientSecret, DescribedClient, Identity, ListedClient, NamedClient, PoolSummary } from "./aws/answers.ts";
export type { CallRecord } from "./aws/call.ts";
export type { ProfileChoice } from "./aws/credentials.ts";
export { createDeploy } from "./create-deploy.ts";
export type { ApplyOptions, Deploy, Described } from "./deploy.ts";
export { fileLocks } from "./journal/file-locks.ts";
export { memoryJournal } from "./journal/memory.ts";
export type { Journal, Note, VerbName } from "./journal/note.ts";
export type { Json, JsonObject } from "./json.ts";
export { assertAccount } from "./plan/assert-account.ts";
export type {
  BrandingChange,
  Change,
  CreateChange,
  DeleteChange,
  Environment,
  OfLive,
  SecretsChange,
  UpdateChange,
} from "./plan/change.ts";
export type { ChangeClass } from "./plan/change-class.ts";
export { type DriftStatus, driftDocument, driftOf, planDocument } from "./plan/documents.ts";
export type { FilledIn } from "./plan/filled-in.ts";
export { type Action, actionOf, blockedBy, notSavable, type PlannedItem, savedDigest } from "./plan/item.ts";
export { minimalSpec } from "./plan/minimal-spec.ts";
export { namedPools } from "./plan/named-pools.ts";
export type { Plan, PlanHelp, PlanOptions } from "./plan/plan.ts";
export { confirmation, planText, remarks } from "./plan/plan-text.ts";
export { isPoolDefault } from "./plan/pool-default.ts";
export type { Immovable, SettingChange, Undeclared } from "./plan/setting-change.ts";
export type { SpecSource } from "./plan/source.ts";
export { slugOf, specText } from "./plan/spec-file.ts";
export type { Target } from "./plan/target.ts";
export { type Difference, differences } from "./pool/compare.ts";
export type { Denied, FactsReading } from "./pool/facts.ts";
export { readOnce } from "./pool/facts-once.ts";
export type { Live } from "./pool/live.ts";
export type * from "./problem.ts";
export type { Connection, ConnectOptions } from "./sign-in/connection.ts";
export type { Ports } from "./sign-in/ports.ts";
export type { Profile, ProfileKind, ProfileList } from "./sign-in/profile.ts";
export { consoleUrl, type Where } from "./sign-in/where.ts";
export type { Timing } from "./timing.ts";
export { afterCreate } from "./verbs/create/after-create.ts";
export type { Done, NotDone, Outcome, Phase, Progress, Remaining, Resolution, Unknown } from "./verbs/outcome.ts";
export type { SecretsAction } from "./verbs/secrets/plan.ts";
export type { UpdateAsked } from "./verbs/update/plan.ts";
