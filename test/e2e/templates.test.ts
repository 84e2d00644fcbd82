/** Templates in the real VS Code, and what a YAML file that is none costs: nothing. */
import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openScene, type Scene } from "../support/scene.ts";
import type { Workbench } from "../support/workbench.ts";
import { pictureOfFailure } from "./picture-of-failure.ts";

const yaml = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Api:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref Pool
      Identifier: api
      Name: Api
      Scopes:
        - ScopeName: read
          ScopeDescription: Read
  WebClient:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      PreventUserExistenceErrors: MAYBE
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      CallbackURLs: [https://app.test/callback]
      AllowedOAuthScopes: [openid, ""]
`;
const json = JSON.stringify(
  {
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: {
      Pool: { Type: "AWS::Cognito::UserPool" },
      Api: {
        Type: "AWS::Cognito::UserPoolResourceServer",
        Properties: {
          UserPoolId: { Ref: "Pool" },
          Identifier: "api",
          Name: "Api",
          Scopes: [{ ScopeName: "read", ScopeDescription: "Read" }],
        },
      },
      WebClient: {
        Type: "AWS::Cognito::UserPoolClient",
        Properties: {
          UserPoolId: { Ref: "Pool" },
          PreventUserExistenceErrors: "MAYBE",
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ["code"],
          CallbackURLs: ["https://app.test/callback"],
          AllowedOAuthScopes: ["openid", ""],
        },
      },
    },
  },
  null,
  2,
);
const templates = { "template.yaml": yaml, "template.json": json };

/** Language servers of this VS Code, by the system's list of processes. */
function serversOf({ code }: Scene): number {
  const extensions = code.userData.replace(/user$/, "extensions");
  const list =
    process.platform === "win32"
      ? execFileSync("powershell", ["-NoProfile", "-Command", "(Get-CimInstance Win32_Process).CommandLine"], {
          encoding: "utf8",
        })
      : execFileSync("ps", ["-axo", "args="], { encoding: "utf8" });
  return list.split("\n").filter((line) => line.includes(extensions) && /dist[\\/]server\.js/.test(line)).length;
}

describe("templates", () => {
  let scene: Scene;
  let workbench: Workbench;
  beforeAll(async () => {
    scene = await openScene({
      files: { ...templates, "compose.yaml": "services:\n  web:\n    PreventUserExistenceErrors: MAYBE\n" },
    });
    workbench = scene.workbench;
  });
  afterAll(() => scene[Symbol.asyncDispose]());
  pictureOfFailure(() => scene);

  test("YAML that is no template has no squiggle and no server", async () => {
    await workbench.openFile("compose.yaml");
    // Completion makes VS Code wait for every extension that wants this language.
    await workbench.press("Control+Space");
    await workbench.press("Escape");
    expect(await workbench.problems()).toEqual([]);
    // test/host looks at the activation itself; here nothing may have come of it.
    expect(serversOf(scene)).toBe(0);
    await workbench.screenshot("templates-none");
  });

  test.each(Object.keys(templates))(
    "%s: squiggle, hover, a scope of the template, and the DependsOn that it needs",
    async (name) => {
      const text = templates[name as keyof typeof templates];
      const lines = text.split("\n");
      const lineOf = (words: string) => lines.findIndex((each) => each.includes(words)) + 1;
      await workbench.openFile(name);
      // What is scrolled out of sight has no squiggle.
      await workbench.goTo(lineOf("MAYBE"));
      await workbench.squiggles("error", 1);
      expect(serversOf(scene)).toBe(1);
      expect(await workbench.hover("MAYBE")).toContain("ENABLED");
      const line = name.endsWith("yaml")
        ? lines.findIndex((each) => each.includes('[openid, ""]'))
        : lines.findLastIndex((each) => each.trim() === '""');
      await workbench.goTo(line + 1, (lines[line] ?? "").indexOf('""') + 2);
      await workbench.complete("api/read");
      await workbench.press("Escape");
      expect((await workbench.quickFixes()).join()).toMatch(/DependsOn/);
      await workbench.screenshot(`templates-${name.replace(".", "-")}`);
      await workbench.applyFix("DependsOn");
      await workbench.goTo(lineOf("WebClient"));
      await workbench.shows("DependsOn");
    },
  );
});
