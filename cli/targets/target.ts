import type { SpecSource } from "../../deploy/index.ts";
import type { AppClient, Environment, EnvironmentTarget, Link } from "../../server/src/engine/index.ts";
import type { FoundEnvironments } from "./environments-files.ts";

/** One app client of a spec, in one environment or none, as a command is asked to work on it. */
export interface Target {
  /** As the user named it; with `#` and the ClientName where the file holds several. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly source: SpecSource;
  readonly client: AppClient;
  /** Zero-based place in the file. */
  readonly index: number;
  readonly several: boolean;
  /** Where the file says it in so many words. */
  readonly clientName?: string;
  readonly environment?: Environment;
  /** What the environment says of it. */
  readonly link?: Link;
  /** The same with the entry of `clients` in which it stands. */
  readonly entry?: EnvironmentTarget;
  /** Other environments under which the file has the same id. */
  readonly alsoIn?: readonly string[];
  /** The nearest environments file, whether it links the spec or not. */
  readonly environments?: FoundEnvironments;
  /** Its id in AWS: linked, else the spec's own. Absent: as far as the files know, it does not exist yet. */
  readonly clientId?: string;
  /** The spec's own, else the environment's. */
  readonly poolId?: string;
}

/** A file is at fault, which has been told on standard error: exit code 2. */
export class TargetError extends Error {}
