/** Where the calls of one service go. */
export interface Target {
  readonly region: string;
  /** Always resolved by us: left alone, the SDK would take the one of `AWS_PROFILE`, whichever profile was chosen. */
  readonly endpoint: string | undefined;
  readonly fips: boolean;
  readonly dualstack: boolean;
  /** Milliseconds. */
  readonly connectTimeout: number;
}
