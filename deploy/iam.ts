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

export const deleteActions = ["cognito-idp:DeleteUserPoolClient"] as const;

export const secretActions = [
  "cognito-idp:AddUserPoolClientSecret",
  "cognito-idp:DeleteUserPoolClientSecret",
  "cognito-idp:ListUserPoolClientSecrets",
] as const;

/** Whether the pool's domain has managed login, whether a style exists, and one of Cognito's own. */
export const brandingActions = [
  "cognito-idp:CreateManagedLoginBranding",
  "cognito-idp:DescribeManagedLoginBrandingByClient",
  "cognito-idp:DescribeUserPoolDomain",
] as const;

export const updateActions = ["cognito-idp:UpdateUserPoolClient"] as const;
