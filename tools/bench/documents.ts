/** Texts of three sizes, as design.md names them: one app client, about 2,000 lines, about 50,000 lines. */
export interface Texts {
  readonly json: string;
  readonly yaml: string;
}

const member = (index: number) => ({
  UserPoolId: "eu-west-1_AbCdEf123",
  ClientName: `web-${index}`,
  GenerateSecret: false,
  ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid", "email", "profile", "https://api.example.com/read"],
  CallbackURLs: [`https://app${index}.example.com/callback`, `https://app${index}.example.com/silent`],
  LogoutURLs: [`https://app${index}.example.com/`],
  SupportedIdentityProviders: ["COGNITO"],
  AccessTokenValidity: 60,
  IdTokenValidity: 60,
  RefreshTokenValidity: 30,
  TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "days" },
  EnableTokenRevocation: true,
  PreventUserExistenceErrors: "ENABLED",
  RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
});

/** @param lines about how many; JSON then holds a list of app clients, YAML a stream. */
export function texts(lines: number): Texts {
  const one = yamlOf(0).split("\n").length;
  const count = Math.max(1, Math.round(lines / one));
  const clients = Array.from({ length: count }, (_, index) => index);
  const json = count === 1 ? JSON.stringify(member(0), null, 2) : JSON.stringify(clients.map(member), null, 2);
  return { json: `${json}\n`, yaml: clients.map((index) => yamlOf(index)).join("---\n") };
}

function yamlOf(index: number): string {
  return Object.entries(member(index))
    .map(([key, value]) => {
      if (Array.isArray(value)) return `${key}:\n${value.map((item) => `  - ${item}\n`).join("")}`;
      if (typeof value === "object")
        return `${key}:\n${Object.entries(value)
          .map(([name, inner]) => `  ${name}: ${inner}\n`)
          .join("")}`;
      return `${key}: ${value}\n`;
    })
    .join("");
}

/** Zero-based place inside the name of the app client in the middle. */
export function middle(text: string): { line: number; character: number } {
  const lines = text.split("\n");
  let line = Math.floor(lines.length / 2);
  while (!lines[line]?.includes("ClientName") && line > 0) line--;
  return { line, character: (lines[line] ?? "").indexOf("web-") + 4 };
}
