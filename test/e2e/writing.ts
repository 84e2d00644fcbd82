/** A user types a spec, in YAML and in JSON, takes what completion offers, and mends what is underlined. */
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Scene } from "../support/scene.ts";

const plain = "http://app.example.com/callback";

export const writingFiles = {
  "typed.cognito-client.yaml": "",
  "typed.cognito-client.json": "",
  "broken.cognito-client.yaml": `UserPoolId: us-east-1_EXAMPLE1
ClientName: web
AllowedOAuthFlowsUserPoolClient: true
AllowedOAuthFlows: [code]
AllowedOAuthScopes: [openid]
SupportedIdentityProviders: [COGNITO]
CallbackURLs:
  - ${plain}
`,
  "broken.cognito-client.json": `{
  "UserPoolId": "us-east-1_EXAMPLE1",
  "ClientName": "web",
  "AllowedOAuthFlowsUserPoolClient": true,
  "AllowedOAuthFlows": ["code"],
  "AllowedOAuthScopes": ["openid"],
  "SupportedIdentityProviders": ["COGNITO"],
  "CallbackURLs": [
    "${plain}"
  ]
}
`,
};

export function writing(scene: () => Scene): void {
  test("A YAML spec is typed with completion of an enum value and a scope", async () => {
    const { workbench } = scene();
    await workbench.openFile("typed.cognito-client.yaml");
    await workbench.type("ClientName: web\nPreventUser");
    expect(await workbench.completionItems()).toContain("PreventUserExistenceErrors");
    await workbench.complete("PreventUserExistenceErrors");
    expect(await workbench.completionItems()).toEqual(expect.arrayContaining(["ENABLED", "LEGACY"]));
    await workbench.screenshot("yaml-enum-value");
    await workbench.complete("ENABLED");
    await workbench.press("Enter");
    await workbench.type("AllowedOAuthSc");
    await workbench.complete("AllowedOAuthScopes");
    expect(await workbench.completionItems()).toEqual(expect.arrayContaining(["openid", "email", "phone", "profile"]));
    await workbench.screenshot("yaml-scope");
    await workbench.complete("openid");
    await workbench.save();
    expect(parse(scene().read("typed.cognito-client.yaml"))).toEqual({
      ClientName: "web",
      PreventUserExistenceErrors: "ENABLED",
      AllowedOAuthScopes: ["openid"],
    });
  });

  test("A JSON spec is typed with completion of an enum value and a scope", async () => {
    const { workbench } = scene();
    await workbench.openFile("typed.cognito-client.json");
    await workbench.type('{\n"');
    await workbench.complete("ClientName");
    await workbench.type("web");
    await workbench.press("End");
    await workbench.type(',\n"');
    await workbench.complete("PreventUserExistenceErrors");
    const values = (await workbench.completionItems()).map((label) => label.replaceAll('"', ""));
    expect(values).toEqual(expect.arrayContaining(["ENABLED", "LEGACY"]));
    await workbench.screenshot("json-enum-value");
    await workbench.complete("ENABLED");
    await workbench.press("End");
    await workbench.type(',\n"');
    await workbench.complete("AllowedOAuthScopes");
    expect((await workbench.completionItems()).map((label) => label.replaceAll('"', ""))).toContain("openid");
    await workbench.screenshot("json-scope");
    await workbench.complete("openid");
    await workbench.save();
    expect(JSON.parse(scene().read("typed.cognito-client.json"))).toEqual({
      ClientName: "web",
      PreventUserExistenceErrors: "ENABLED",
      AllowedOAuthScopes: ["openid"],
    });
  });

  for (const syntax of ["yaml", "json"]) {
    test(`A squiggle in ${syntax.toUpperCase()} says what is wrong, and its quick fix mends it`, async () => {
      const { workbench } = scene();
      const name = `broken.cognito-client.${syntax}`;
      await workbench.openFile(name);
      await workbench.squiggles("error", 1);
      const hover = await workbench.hover(plain);
      expect(hover).toMatch(/https/);
      expect(hover).toContain("url-http-not-loopback");
      await workbench.screenshot(`${syntax}-squiggle`);
      expect(await workbench.problems()).toContainEqual(expect.stringMatching(/Use https[\s\S]*url-http-not-loopback/));
      await workbench.openFile(name);
      await workbench.goTo(syntax === "yaml" ? 8 : 9, 10);
      const [fix] = await workbench.quickFixes();
      await workbench.screenshot(`${syntax}-quick-fix`);
      await workbench.applyFix(fix ?? "");
      await workbench.shows("https://app.example.com/callback");
      await workbench.squiggles("error", 0);
      await workbench.save();
      expect(scene().read(name)).toContain("https://app.example.com/callback");
      expect(scene().read(name)).not.toContain(plain);
    });
  }
}
