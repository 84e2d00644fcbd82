import type { Connection, Deploy, ProfileChoice, Result } from "../../deploy/index.ts";

/** Connections of one profile, one for each region: a pool's id names its own. */
export class Connections {
  private readonly deploy: Deploy;
  private readonly choice: ProfileChoice;
  private readonly byRegion = new Map<string, Promise<Result<Connection>>>();

  constructor(deploy: Deploy, choice: ProfileChoice) {
    this.deploy = deploy;
    this.choice = choice;
  }

  /** @param poolId its prefix gives the region; without one, or where it is none, the profile's counts. */
  to(poolId: string | undefined): Promise<Result<Connection>> {
    const region = poolId?.split("_")[0] ?? "";
    let connection = this.byRegion.get(region);
    if (!connection) {
      connection = this.deploy.connect(this.choice, poolId === undefined ? {} : { poolId });
      this.byRegion.set(region, connection);
    }
    return connection;
  }
}
