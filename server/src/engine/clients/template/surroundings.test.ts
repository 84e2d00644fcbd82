import { expect, test } from "vitest";
import { templateAsJson } from "../../../../../test/support/template-json.ts";
import { readTemplates } from "./read.ts";
import { isAsBefore, surroundingsOf } from "./surroundings.ts";
import { TemplateView } from "./view.ts";

const template = `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Pool, ClientName: web } }
  App: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Pool, ClientName: app } }
`;

test.each([
  ["yaml", template],
  ["json", templateAsJson(template)],
] as const)(
  "versions of a template in %s share their surroundings, so that these are compared once",
  (syntax, text) => {
    const before = readTemplates(text, syntax, 0);
    const versions = [before, readTemplates(text.replace("web", "webs"), syntax, 0, before)];
    const [old, now] = versions.map(([one]) => new TemplateView(one as (typeof before)[0])) as [
      TemplateView,
      TemplateView,
    ];
    const surroundings = surroundingsOf(old);
    if (!surroundings) throw new Error("App clients have no text of their own");
    expect(isAsBefore(now, surroundings)).toBe(true);
    expect(surroundingsOf(now)).toBe(surroundings);
    now.resources.get("Pool")?.piece();
    // Somebody has looked at more.
    expect(surroundingsOf(now)).not.toBe(surroundings);
  },
);
