/** What people's hands do in a spec, key by key, and what stands there afterwards: Enter and Tab write nothing that nobody chose. */
import { expect, test } from "vitest";
import type { Scene } from "../support/scene.ts";
import type { Workbench } from "../support/workbench.ts";

interface Gesture {
  readonly name: string;
  readonly syntax: "yaml" | "json";
  /** `|` is where the cursor is at first. */
  readonly from: string;
  /**
   * What is typed. `<Key>` is a key in Playwright's spelling, `<take X>` waits until the list proposes X and presses
   * Enter, `<refuse X>` presses Escape instead, `<sees error>` waits until the server has answered, `<paste …>` pastes, and `<no list>` finds none open.
   */
  readonly keys: string;
  readonly to: string;
}

const gestures: readonly Gesture[] = [
  {
    name: "an open brace and Enter",
    syntax: "json",
    from: "|",
    keys: "{<Enter><sees error><no list>",
    to: "{\n  \n}",
  },
  {
    name: "a comma and Enter",
    syntax: "json",
    from: '{\n  "UserPoolId": "eu-west-1_AbCdEf123"|\n}\n',
    keys: ',<Enter><sees error><no list>"<take ClientName>web',
    to: '{\n  "UserPoolId": "eu-west-1_AbCdEf123",\n  "ClientName": "web"\n}\n',
  },
  {
    name: "a comma and Enter in brackets",
    syntax: "yaml",
    from: "CallbackURLs: [https://a.example/cb|]\n",
    keys: ",<Enter><no list>https://b.example/cb",
    to: "CallbackURLs: [https://a.example/cb,\n  https://b.example/cb]\n",
  },
  {
    name: "blank lines",
    syntax: "json",
    from: '{\n  "ClientName": "web",|\n  "UserPoolId": "eu-west-1_AbCdEf123"\n}\n',
    keys: "<Enter><Enter><no list>",
    to: '{\n  "ClientName": "web",\n\n  \n  "UserPoolId": "eu-west-1_AbCdEf123"\n}\n',
  },
  {
    name: "blank lines and a comment at the end",
    syntax: "yaml",
    from: "ClientName: web|",
    keys: "<Enter><Enter># what follows is ours<Enter><no list>UserPoolId: eu-west-1_AbCdEf123<Enter>",
    to: "ClientName: web\n\n# what follows is ours\nUserPoolId: eu-west-1_AbCdEf123\n",
  },
  {
    name: "a list of two and out",
    syntax: "yaml",
    from: "|",
    keys: "AllowedOAuthSc<take AllowedOAuthScopes><take openid><Enter>- <take email><Enter><no list><Shift+Tab>ClientName: web<Enter>",
    to: "AllowedOAuthScopes:\n  - openid\n  - email\nClientName: web\n",
  },
  {
    name: "a list of two and out",
    syntax: "json",
    from: "{\n  |\n}\n",
    keys: '"AllowedOAuthSc<take AllowedOAuthScopes><take openid>, "<take email><End>,<Enter>"ClientN<take ClientName>web',
    to: '{\n  "AllowedOAuthScopes": ["openid", "email"],\n  "ClientName": "web"\n}\n',
  },
  {
    name: "free text with spaces",
    syntax: "yaml",
    from: "|",
    keys: "ClientName: my spa client<Enter>UserPoolId: eu-west-1_AbCdEf123<Enter>",
    to: "ClientName: my spa client\nUserPoolId: eu-west-1_AbCdEf123\n",
  },
  {
    name: "free text with spaces",
    syntax: "json",
    from: "{\n  |\n}\n",
    keys: '"ClientN<take ClientName>my spa client<End>,<Enter>"UserP<take UserPoolId>eu-west-1_AbCdEf123',
    to: '{\n  "ClientName": "my spa client",\n  "UserPoolId": "eu-west-1_AbCdEf123"\n}\n',
  },
  ...(["yaml", "json"] as const).map((syntax) => ({
    name: "Tab through a starter",
    syntax,
    from: "|",
    keys: "m2m<take Machine-to-machine>eu-west-1_AbCdEf123<Tab>my nightly job<Tab>orders-api/read all<Tab>30<Tab><no list>",
    to:
      syntax === "yaml"
        ? "UserPoolId: eu-west-1_AbCdEf123\nClientName: my nightly job\nGenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows:\n  - client_credentials\nAllowedOAuthScopes:\n  - orders-api/read all\nAccessTokenValidity: 30\nTokenValidityUnits:\n  AccessToken: minutes\nEnableTokenRevocation: true"
        : '{\n  "UserPoolId": "eu-west-1_AbCdEf123",\n  "ClientName": "my nightly job",\n  "GenerateSecret": true,\n  "AllowedOAuthFlowsUserPoolClient": true,\n  "AllowedOAuthFlows": [\n    "client_credentials"\n  ],\n  "AllowedOAuthScopes": [\n    "orders-api/read all"\n  ],\n  "AccessTokenValidity": 30,\n  "TokenValidityUnits": {\n    "AccessToken": "minutes"\n  },\n  "EnableTokenRevocation": true\n}',
  })),
  {
    name: "paste, and go on",
    syntax: "yaml",
    from: "|",
    keys: "<paste ClientName: web\nAllowedOAuthFlows:\n  - code\n><no list>PreventUser<take PreventUserExistenceErrors><take ENABLED><Enter>",
    to: "ClientName: web\nAllowedOAuthFlows:\n  - code\nPreventUserExistenceErrors: ENABLED\n",
  },
  {
    name: "paste, and go on",
    syntax: "json",
    from: "{\n  |\n}\n",
    keys: '<paste "ClientName": "web",\n  "AllowedOAuthFlows": ["code"]><no list>,<Enter>"EnableT<take EnableTokenRevocation>',
    to: '{\n  "ClientName": "web",\n  "AllowedOAuthFlows": ["code"],\n  "EnableTokenRevocation": true\n}\n',
  },
  {
    name: "undo takes back what was taken, in one step",
    syntax: "yaml",
    from: "ClientName: web\n|",
    keys: "EnableTokenR<take EnableTokenRevocation><refuse true><ControlOrMeta+Z>",
    to: "ClientName: web\nEnableTokenR",
  },
  {
    name: "undo takes back what was taken, in one step",
    syntax: "json",
    from: '{\n  "ExplicitAuthFlows": [|]\n}\n',
    keys: '"<take ALLOW_USER_SRP_AUTH><ControlOrMeta+Z>',
    to: '{\n  "ExplicitAuthFlows": [""]\n}\n',
  },
  {
    name: "values by a colon and a dash",
    syntax: "yaml",
    from: "|",
    keys: "PreventUserExistenceErrors: <take ENABLED><Enter>ExplicitAuthFlows:<refuse ALLOW_USER_SRP_AUTH><Enter>- <take ALLOW_USER_SRP_AUTH><Enter>",
    to: "PreventUserExistenceErrors: ENABLED\nExplicitAuthFlows:\n  - ALLOW_USER_SRP_AUTH\n  ",
  },
  {
    name: "values by a quote",
    syntax: "json",
    from: "{\n  |\n}\n",
    keys: '"ExplicitAuthFlow<take ExplicitAuthFlows><take ALLOW_USER_SRP_AUTH><End>,<Enter>"TokenV<take TokenValidityUnits><take AccessToken><refuse minutes>',
    to: '{\n  "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"],\n  "TokenValidityUnits": { "AccessToken": "minutes" }\n}\n',
  },
];

const fileOf = ({ syntax }: Gesture, index: number) => `gesture-${index + 1}.cognito-client.${syntax}`;

export const typingFiles = Object.fromEntries(
  gestures.map((each, index) => [fileOf(each, index), each.from.replace("|", "")]),
);

export function typing(scene: () => Scene): void {
  test.each(gestures.map((gesture, index) => ({ ...gesture, file: fileOf(gesture, index) })))(
    "$name ($syntax)",
    async ({ file, from, keys, to, name, syntax }) => {
      const { workbench, read } = scene();
      await workbench.openFile(file);
      const before = from.slice(0, from.indexOf("|")).split("\n");
      await workbench.goTo(before.length, (before.at(-1)?.length ?? 0) + 1);
      for (const step of keys.match(/<[^>]+>|[^<]+/g) ?? []) await perform(workbench, step);
      await workbench.screenshot(`typing-${syntax}-${name.replace(/\W+/g, "-").toLowerCase()}`);
      await workbench.press("Escape");
      await workbench.save();
      expect(read(file)).toBe(to);
    },
  );
}

async function perform(workbench: Workbench, step: string): Promise<void> {
  const [, word, rest] = /^<(take|refuse|sees|paste|no)\s([\s\S]+)>$/.exec(step) ?? [];
  if (word === "take" && rest) await workbench.take(rest);
  else if (word === "refuse" && rest) await workbench.take(rest, "Escape");
  else if (word === "sees") await workbench.squiggles("error", 1);
  else if (word === "paste" && rest) await workbench.paste(rest);
  else if (word === "no") expect(await workbench.isProposing()).toBe(false);
  else if (step.startsWith("<")) await workbench.press(step.slice(1, -1));
  else await workbench.type(step);
}
