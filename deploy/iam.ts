/**
 * The IAM actions that this product calls, and no others: docs/iam.md explains each, a test compares them with what arrives
 * at an emulator. `sts:GetCallerIdentity` needs no permission.
 */
export const readActions = [
  "cognito-idp:DescribeIdentityProvider",
  "cognito-idp:DescribeUserPool",
  "cognito-idp:DescribeUserPoolClient",
  "cognito-idp:ListIdentityProviders",
  "cognito-idp:ListResourceServers",
  "cognito-idp:ListUserPoolClients",
  "cognito-idp:ListUserPools",
] as const;

export const createActions = ["cognito-idp:CreateUserPoolClient"] as const;

/** To compare an app client with a spec, or to plan an update of it: whether it has a secret is known by its list of secrets. */
export const compareActions = ["cognito-idp:DescribeUserPoolClient", "cognito-idp:ListUserPoolClientSecrets"] as const;

export const updateActions = ["cognito-idp:UpdateUserPoolClient"] as const;
