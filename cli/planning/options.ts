/** Options that the commands of AWS share. */
export const profileOption = {
  profile: {
    type: "string",
    value: "NAME",
    help: "profile of the AWS config files (else AWS_PROFILE, else the environment's own keys)",
  },
} as const;

export const environmentOption = {
  env: {
    type: "string",
    value: "NAME",
    help: "environment of cognito-client.environments.yaml; needed where it has several",
  },
} as const;

export const outputOption = {
  output: { type: "string", value: "text|json", help: "what is printed (text)" },
} as const;

export const outputs = ["text", "json"] as const;
