/** Where AWS documents what the catalogue tells. */
const api = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/";
const guide = "https://docs.aws.amazon.com/cognito/latest/developerguide/";

/** @returns the address of a member of the CreateUserPoolClient request. */
export function createLink<N extends string>(member: N): string {
  return `${api}API_CreateUserPoolClient.html#CognitoUserPools-CreateUserPoolClient-request-${member}`;
}

/** @returns the address of a page of the API reference, e.g. `API_TokenValidityUnitsType.html`. */
export function apiLink(page: string): string {
  return api + page;
}

/** @returns the address of a page of the developer guide. */
export function guideLink(page: string): string {
  return guide + page;
}
