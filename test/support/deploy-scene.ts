/** A user's machine as `deploy/` sees it: real AWS config files, a journal and a log that can be read. */

import type {
  CallRecord,
  Connection,
  CreateChange,
  Deploy,
  Plan,
  Ports,
  SpecSource,
  Timing,
} from "../../deploy/index.ts";
import { createDeploy, memoryJournal } from "../../deploy/index.ts";
import { emulatorProfile } from "./aws-files.ts";

/** Milliseconds: short, so that a lost answer costs a test little. */
export const quick: Timing = {
  connect: 1_000,
  program: 20_000,
  read: 20_000,
  answer: 20_000,
  throttle: [5, 10, 20],
  lookUp: [0, 20, 40, 80],
  signatureLife: 60_000,
};

/** For faults that outlast the wait: whatever else gets slow on a busy machine then looks lost, too. */
export const impatient: Timing = { ...quick, answer: 300 };

export interface Scene {
  readonly deploy: Deploy;
  readonly connection: Connection;
  readonly log: CallRecord[];
  readonly journal: Ports["journal"];
}

/** One profile `local` whose calls go to `url`. @throws when it cannot connect */
export async function sceneAt(url: string, folder: string, poolId: string, ports: Partial<Ports> = {}): Promise<Scene> {
  const log: CallRecord[] = [];
  const journal = ports.journal ?? memoryJournal();
  const env = { HOME: folder, ...emulatorProfile(folder, "local", url, "us-east-1") };
  const deploy = createDeploy({ env, timing: quick, log: (record) => log.push(record), ...ports, journal });
  const connection = await deploy.connect({ kind: "profile", name: "local" }, { poolId });
  if (!connection.ok) throw new Error(connection.problem.message);
  return { deploy, connection: connection.value, log, journal };
}

/** A JSON spec. */
export function spec(value: unknown, name = "web.cognito-client.json"): SpecSource {
  return { name, dialect: "json", text: JSON.stringify(value, null, 2) };
}

/** @throws when there is no plan */
export async function planned({ deploy, connection }: Scene, source: SpecSource): Promise<Plan<CreateChange>> {
  const plan = await deploy.plan(connection, source);
  if (!plan.ok) throw new Error(`${plan.problem.message} ${JSON.stringify(plan.problem.findings ?? "")}`);
  return plan.value;
}
