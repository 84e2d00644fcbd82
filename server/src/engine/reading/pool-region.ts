/** @returns the region that a pool id begins with: `eu-west-1` of `eu-west-1_AbCd`; `undefined` where it is none (an emulator's `local_x`). */
export function regionOf(poolId: string): string | undefined {
  return /^([a-z]{2,}(?:-[a-z]+)+-\d+)_/.exec(poolId)?.[1];
}
