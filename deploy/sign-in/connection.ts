import type { Identity } from "../aws/answers.ts";
import type { Gateway } from "../aws/gateway.ts";
import type { NextStep } from "../problem.ts";
import type { Profile } from "./profile.ts";
import type { Where } from "./where.ts";

export interface ConnectOptions {
  readonly poolId?: string;
  readonly region?: string;
}

/** Credentials of exactly one profile, checked, with who they belong to. Holds no secret that can be printed. */
export interface Connection {
  readonly profile: Profile;
  readonly identity: Identity;
  /** The region used when no pool id names one. */
  readonly region: string;
  where(poolId?: string): Where;
  /** How to begin a new session of this profile. */
  signIn(): NextStep;
  /** Asks STS again. */
  identify(): Promise<Identity>;
}

/** A connection from within: with the way to AWS. */
export interface Session extends Connection {
  gateway(poolId?: string): Gateway;
}

/** @throws TypeError for a connection that `connect` did not make */
export function sessionOf(connection: Connection): Session {
  if ("gateway" in connection) return connection as Session;
  throw new TypeError("not a connection of this process");
}
