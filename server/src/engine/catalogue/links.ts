/** AWS pages that rules and the catalogue cite. */
const API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference";
const GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide";

export const documentation = {
  /** The section of one request member. */
  createUserPoolClient: (member: string) =>
    `${API}/API_CreateUserPoolClient.html#CognitoUserPools-CreateUserPoolClient-request-${member}`,
  updateUserPoolClient: (member: string) =>
    `${API}/API_UpdateUserPoolClient.html#CognitoUserPools-UpdateUserPoolClient-request-${member}`,
  /** Another page of the API reference, e.g. `API_TokenValidityUnitsType.html`. */
  api: (page: string) => `${API}/${page}`,
  /** A page of the developer guide, with its anchor if any. */
  guide: (page: string) => `${GUIDE}/${page}`,
  /** A section of an RFC, e.g. 9700, `2.1.2`. */
  rfc: (number: number, section: string) => `https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`,
} as const;
