import type { Place } from "./world.ts";

/** Who asks and where: the region is the one that the request was signed for. */
export interface Caller extends Place {
  readonly accessKeyId: string;
}

const signature = /Credential=([^/]+)\/\d+\/([^/]+)\/[^/]+\/aws4_request/;

/**
 * Reads the credential scope of a signature; whether it is right is not looked at.
 * @returns `undefined` when the request is not signed.
 */
export function callerOf(
  authorization: string | undefined,
  accounts: Readonly<Record<string, string>>,
): Caller | undefined {
  const [, accessKeyId, region] = signature.exec(authorization ?? "") ?? [];
  if (accessKeyId === undefined || region === undefined) return undefined;
  return { accessKeyId, region, account: accounts[accessKeyId] ?? defaultAccount };
}

/** The account of an access key that the server was not told of. */
export const defaultAccount = "111122223333";

/** The user's ARN. */
export const arnOf = ({ account, accessKeyId }: Caller): string => `arn:aws:iam::${account}:user/${accessKeyId}`;

/** STS answers in XML: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export function callerIdentity(caller: Caller): string {
  return `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arnOf(caller)}</Arn><UserId>AIDA${caller.accessKeyId.replace(/\W/g, "")}</UserId><Account>${caller.account}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>11111111-2222-3333-4444-555555555555</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;
}
