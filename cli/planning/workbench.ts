import type { Connection, Deploy, PlanHelp } from "../../deploy/index.ts";
import type { Io } from "../io.ts";
import { profileChoice } from "../profile-choice.ts";
import { stateFolder } from "../state/folder.ts";
import { fileJournal } from "../state/journal.ts";
import { Connections } from "./connections.ts";

/** The AWS side, loaded when the first command needs it. */
export type Aws = typeof import("../../deploy/index.ts");

/** What the commands that talk to AWS share. */
export interface Workbench {
  readonly aws: Aws;
  readonly deploy: Deploy;
  readonly connections: Connections;
  /** Reads each pool once in this run. */
  readonly factsThrough: (connection: Connection) => NonNullable<PlanHelp["readFacts"]>;
  /** What paths are told from. */
  readonly cwd: string;
}

/** @throws UsageError when nothing says which credentials to use */
export async function openWorkbench(profile: string | undefined, io: Io): Promise<Workbench> {
  const choice = profileChoice(profile, io.env);
  const aws = await import("../../deploy/index.ts");
  const mfaCode = async ({ profile: name, device }: { profile: string; device: string }) =>
    io.ask?.(`MFA code for ${name} (${device}): `);
  const folder = stateFolder(io.env);
  const deploy = aws.createDeploy({
    env: io.env,
    journal: fileJournal(folder),
    locks: aws.fileLocks(folder),
    mfaCode,
  });
  const readers = new Map<Connection, NonNullable<PlanHelp["readFacts"]>>();
  const factsThrough = (connection: Connection) => {
    const reader = readers.get(connection) ?? aws.readOnce((poolId) => deploy.readFacts(connection, poolId));
    readers.set(connection, reader);
    return reader;
  };
  return { aws, deploy, connections: new Connections(deploy, choice), factsThrough, cwd: io.cwd };
}
