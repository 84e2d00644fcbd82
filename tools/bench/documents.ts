/**
 * The documents that are measured: *small* is one app client, *medium* some 2,000 lines, *huge* some 50,000, the latter two in three
 * forms. A YAML stream and a JSON array hold many small app clients; one JSON object holds one app client with long lists.
 */
export type Form = "object" | "array" | "stream";
export type Size = "small" | "medium" | "huge";

export interface Sample {
  readonly form: Form;
  readonly size: Size;
  readonly syntax: "json" | "yaml";
  readonly text: string;
}

const lines: Record<Size, number> = { small: 1, medium: 2000, huge: 50_000 };

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

/** One app client with `count` callback URLs, which is more than Cognito takes: a list that someone generates. */
export function longList(count: number, syntax: "json" | "yaml"): string {
  const urls = Array.from({ length: count }, (_, index) => `https://app.example.com/callback/${index}`);
  if (syntax === "json") return `${JSON.stringify({ ...member(0), CallbackURLs: urls }, null, 2)}\n`;
  return yamlOf(0).replace(
    /CallbackURLs:\n(?: {2}- .*\n)+/,
    `CallbackURLs:\n${urls.map((url) => `  - ${url}\n`).join("")}`,
  );
}

export function sample(form: Form, size: Size): Sample {
  const syntax = form === "stream" ? "yaml" : "json";
  return { form, size, syntax, text: textOf(form, lines[size]) };
}

function textOf(form: Form, wanted: number): string {
  if (form === "object") return wanted === 1 ? `${JSON.stringify(member(0), null, 2)}\n` : longLists(wanted);
  const each = form === "array" ? JSON.stringify(member(0), null, 2).split("\n").length : yamlOf(0).split("\n").length;
  const indexes = Array.from({ length: Math.max(1, Math.round(wanted / each)) }, (_, index) => index);
  if (form === "array") return `${JSON.stringify(indexes.map(member), null, 2)}\n`;
  return indexes.map(yamlOf).join("---\n");
}

function longLists(wanted: number): string {
  const half = Math.floor(wanted / 2);
  const urls = (path: string) => Array.from({ length: half }, (_, index) => `https://app.example.com/${path}/${index}`);
  return `${JSON.stringify({ ...member(0), CallbackURLs: urls("in"), LogoutURLs: urls("out") }, null, 2)}\n`;
}

/** A zero-based place. */
interface Place {
  readonly line: number;
  readonly character: number;
}

/** Where somebody types: in a URL of the list in one big object, else in the name of the app client in the middle. */
export function typingPlace({ form, size, text }: Sample): Place {
  return form === "object" && size !== "small"
    ? after(text, /callback\/|\/in\/|\/out\//)
    : after(text, /"?ClientName"?: "?/);
}

/** Inside the first scope of the app client in the middle: a value. */
export const valuePlace = ({ text }: Sample): Place => after(text, /(?:"|- )o(?=penid)/);

/** On a line of its own behind a member, where a name is expected, with the text that makes it one. */
export function nameLine({ syntax, text }: Sample): { at: Place; insert: string; place: Place } {
  const { line } = after(text, /"?EnableTokenRevocation"?: true/);
  const indent = /^ */.exec(text.split("\n")[line] ?? "")?.[0].length ?? 0;
  const row = syntax === "json" ? `${" ".repeat(indent)}"",\n` : `${" ".repeat(indent)}L\n`;
  return { at: { line, character: 0 }, insert: row, place: { line, character: indent + 1 } };
}

/** On a key, for hover. */
export const keyPlace = ({ text }: Sample): Place => after(text, /"?PreventUserEx/);

/** The first match of the pattern that is nearest to the middle line; the place behind it. */
function after(text: string, pattern: RegExp): Place {
  const rows = text.split("\n");
  const middle = Math.floor(rows.length / 2);
  for (let distance = 0; distance <= rows.length; distance++) {
    for (const line of [middle - distance, middle + distance]) {
      const match = pattern.exec(rows[line] ?? "");
      if (match) return { line, character: match.index + match[0].length };
    }
  }
  throw new Error(`nothing in the document matches ${pattern}`);
}
