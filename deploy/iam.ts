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
