import { isDeepStrictEqual } from "node:util";
import type { UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";
import { type Answer, asked, type Changes, type Lab, type Members } from "./lab.ts";

type Member = keyof Members & keyof UserPoolClientType;

/** Members that can be set away from their defaults together, and what an update has to say again to be accepted. */
interface Group {
  readonly members: Members;
  /** Without these the request might be refused, whichever answer is true. */
  readonly again: readonly Member[];
}

const oauth = {
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid"],
  CallbackURLs: ["https://a.example/cb"],
} satisfies Members;

/** AnalyticsConfiguration is not asked: Amazon Pinpoint, which it needs, has ended. */
const groups: readonly Group[] = [
  {
    members: {
      CallbackURLs: ["https://a.example/cb"],
      LogoutURLs: ["https://a.example/out"],
      SupportedIdentityProviders: ["COGNITO"],
      ReadAttributes: ["email", "name"],
      WriteAttributes: ["name"],
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      AuthSessionValidity: 5,
      EnableTokenRevocation: false,
      PreventUserExistenceErrors: "ENABLED",
      RefreshTokenValidity: 7,
      GenerateSecret: true,
      EnablePropagateAdditionalUserContextData: true,
    },
    again: [],
  },
  // Flows and scopes without the switch, then the switch beside both: it is refused alone.
  { members: oauth, again: ["CallbackURLs"] },
  {
    members: { ...oauth, AllowedOAuthFlowsUserPoolClient: true },
    again: ["AllowedOAuthFlows", "AllowedOAuthScopes", "CallbackURLs"],
  },
  {
    members: { CallbackURLs: ["https://a.example/cb"], DefaultRedirectURI: "https://a.example/cb" },
    again: ["CallbackURLs"],
  },
  {
    members: {
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
    },
    again: ["ExplicitAuthFlows"],
  },
  {
    members: {
      AccessTokenValidity: 30,
      IdTokenValidity: 40,
      TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "days" },
    },
    again: [],
  },
];

/** What happens to each member that an update leaves out. */
export async function omittedMembers(lab: Lab): Promise<Answer[]> {
  const untouched = await lab.describe(await lab.create({}));
  const answers: Answer[] = [];
  for (const { members, again } of groups) {
    const names = (Object.keys(members) as Member[]).filter(
      (name) =>
        !again.includes(name) && String(name) !== "GenerateSecret" && !answers.some(({ about }) => about === name),
    );
    const id = await lab.create(members);
    const before = await lab.describe(id);
    const changes = Object.fromEntries(again.map((name) => [name, members[name]])) as Changes;
    const refused = await asked(async () => {
      await lab.update(id, changes);
      return "";
    });
    const after = await lab.describe(id);
    for (const name of names) answers.push({ about: name, found: refused || fate(name, before, after, untouched) });
  }
  return answers;
}

function fate(
  name: Member,
  before: UserPoolClientType,
  after: UserPoolClientType,
  untouched: UserPoolClientType,
): string {
  if (isDeepStrictEqual(after[name], before[name])) return "kept";
  if (isDeepStrictEqual(after[name], untouched[name]) || after[name] === undefined) return "reset";
  return `became ${JSON.stringify(after[name])}`;
}

/** Units beside numbers that are sent without them, and units of which only one is sent. */
export async function units(lab: Lab): Promise<Answer[]> {
  const members: Members = {
    AccessTokenValidity: 30,
    IdTokenValidity: 30,
    TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "days" },
  };
  const after = (changes: Changes) =>
    asked(async () => {
      const id = await lab.create(members);
      await lab.update(id, changes);
      return JSON.stringify((await lab.describe(id)).TokenValidityUnits ?? "absent");
    });
  return [
    // 10 is accepted in minutes and in hours.
    { about: "units after numbers alone", found: await after({ AccessTokenValidity: 10, IdTokenValidity: 10 }) },
    {
      about: "units after one unit",
      found: await after({ AccessTokenValidity: 30, TokenValidityUnits: { AccessToken: "minutes" } }),
    },
  ];
}

const lists: readonly string[] = [
  "CallbackURLs",
  "LogoutURLs",
  "SupportedIdentityProviders",
  "ReadAttributes",
  "WriteAttributes",
  "ExplicitAuthFlows",
  "AllowedOAuthFlows",
  "AllowedOAuthScopes",
];

/** The value of the strict server's knob that all members agree with, if there is one. */
export function knobOf(answers: readonly Answer[]): "reset" | "scalars-kept" | "kept" | "none of the three" {
  const agree = (expected: (name: string) => string) => answers.every(({ about, found }) => found === expected(about));
  if (agree(() => "reset")) return "reset";
  if (agree((name) => (lists.includes(name) ? "reset" : "kept"))) return "scalars-kept";
  return agree(() => "kept") ? "kept" : "none of the three";
}
