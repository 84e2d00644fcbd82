/** Where a call goes. */
export interface Where {
  readonly region: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, … */
  readonly partition: string;
  /** Set when it is not AWS's own endpoint: show it. */
  readonly endpoint?: string;
  /** Set when the profile's region is another one: say it, do not obey it. */
  readonly regionNote?: string;
}

/**
 * Partitions by region prefix, with their console and DNS suffix.
 * https://docs.aws.amazon.com/general/latest/gr/rande.html and the SDK's own partitions list.
 */
const partitions: readonly { readonly id: string; readonly region: RegExp; readonly console?: string }[] = [
  { id: "aws-cn", region: /^cn-/, console: "console.amazonaws.cn" },
  { id: "aws-us-gov", region: /^us-gov-/, console: "console.amazonaws-us-gov.com" },
  { id: "aws-iso", region: /^us-iso-/ },
  { id: "aws-iso-b", region: /^us-isob-/ },
  { id: "aws-iso-e", region: /^eu-isoe-/ },
  { id: "aws-iso-f", region: /^us-isof-/ },
  { id: "aws-eusc", region: /^eusc-/, console: "console.amazonaws-eusc.eu" },
  { id: "aws", region: /^/, console: "console.aws.amazon.com" },
];

/** @returns `aws`, `aws-cn`, …; a region of no known prefix belongs to `aws`. */
export function partitionOf(region: string): string {
  return (partitions.find((partition) => partition.region.test(region)) ?? { id: "aws" }).id;
}

/**
 * @returns the page of an app client in the AWS console, or of all of a pool's, or `undefined` where no public console exists.
 * The console's paths are not documented; this is the form it has itself in 2026.
 */
export function consoleUrl(region: string, poolId: string, clientId?: string): string | undefined {
  const host = partitions.find((partition) => partition.region.test(region))?.console;
  if (!host) return undefined;
  const clients = `https://${region}.${host}/cognito/v2/idp/user-pools/${encodeURIComponent(poolId)}/applications/app-clients`;
  const page = clientId === undefined ? "" : `/${encodeURIComponent(clientId)}/quick-setup-guide`;
  return `${clients}${page}?region=${region}`;
}
