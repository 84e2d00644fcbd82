/** The form of every region name so far: `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`. */
const REGION = /^[a-z]{2,4}(?:-[a-z]{2,})+-\d{1,2}$/;

/** @returns whether the text can be put into a host name as a region. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}

/**
 * @returns the region that a pool id begins with, or `undefined` when its prefix is no region (an emulator's `local_…`).
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html
 */
export function regionOf(poolId: string | undefined): string | undefined {
  const prefix = poolId?.slice(0, poolId.indexOf("_"));
  return prefix !== undefined && isRegion(prefix) ? prefix : undefined;
}
