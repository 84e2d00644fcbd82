import { describe, expect, test } from "vitest";
import { cursorAt } from "../../../../../test/support/marks.ts";
import { factsWith, poolId } from "../../../../../test/support/pool-facts.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Dialect } from "../../document/part.ts";
import { defaultSettings } from "../../lint/settings.ts";
import type { Context } from "../context.ts";
import { hover } from "../hover.ts";
import { fileOf } from "./check.ts";
import { hoverEnvironments } from "./hover.ts";

const web = `ClientName: web
AccessTokenValidity: 5
TokenValidityUnits: { AccessToken: minutes }
CallbackURLs: [https://dev.example.com/cb]
`;
const facts = new Map([
  [poolId, factsWith({ poolName: "my *pool*", clients: [{ id: "1abc", name: "web [x](http://evil.example)" }] })],
]);
const yaml = `environments:
  dev: { account: "111122223333", pool: ${poolId} }
  prod: { pool: eu-central-1_XyZ123456, protected: true }
clients:
  web.cognito-client.yaml:
    dev: { id: 1abc }
    prod:
      set:
        AccessTokenValidity: 10
        LogoutURLs: [https://app.example.com/]
        CallbackURLs: [https://app.example.com/cb, "https://x.example.com/\`a\`"]
`;
const json = JSON.stringify(
  {
    environments: {
      dev: { account: "111122223333", pool: poolId },
      prod: { pool: "eu-central-1_XyZ123456", protected: true },
    },
    clients: {
      "web.cognito-client.yaml": {
        dev: { id: "1abc" },
        prod: {
          set: {
            AccessTokenValidity: 10,
            LogoutURLs: ["https://app.example.com/"],
            CallbackURLs: ["https://app.example.com/cb", "https://x.example.com/`a`"],
          },
        },
      },
    },
  },
  null,
  2,
);
const context: Context = {
  settings: defaultSettings,
  facts,
  specs: new Map([["web.cognito-client.yaml", parseSpec(web, "yaml")]]),
};

/** The hover on a word of the file: its last occurrence, or the first. */
function on(dialect: Dialect, word: string, last = false): string | undefined {
  const text = dialect === "yaml" ? yaml : json;
  const at = (last ? text.lastIndexOf(word) : text.indexOf(word)) + 1;
  return hoverEnvironments(parseSpec(text, dialect), at, context)?.markdown;
}

describe.each(["yaml", "json"] as const)("in %s", (dialect) => {
  test("an environment", () => {
    expect(on(dialect, "dev")).toBe(
      `**dev**\n\n- Account: \`111122223333\`, which the caller must be in\n- Pool: \`${poolId}\` (my \\*pool\\*)\n- Not protected`,
    );
    expect(on(dialect, "prod")).toContain("Protected: a write asks for its name to be typed first");
    expect(on(dialect, "prod")).toContain("the caller's is not checked");
  });

  test("its keys, and its pool with what is known of it", () => {
    expect(on(dialect, "account")).toContain("never chooses who acts");
    expect(on(dialect, poolId)).toContain("User pool **my \\*pool\\***");
  });

  test("a spec, and its link", () => {
    expect(on(dialect, "web.cognito-client.yaml")).toBe(
      "App client `web` of `web.cognito-client.yaml`\n\nIn dev, prod (no id yet).",
    );
    expect(on(dialect, "dev", true)).toMatch(
      /^App client `web` of `web.cognito-client.yaml`\n\nIts id: `1abc`\n\n\*\*dev/,
    );
    expect(on(dialect, "prod", true)).toContain("`apply` would create it");
  });

  test("an id that the pool has: its name, with Markdown from AWS without effect", () =>
    expect(on(dialect, "1abc")).toBe("App client **web \\[x\\]\\(http://evil\\.example\\)** of pool my \\*pool\\*"));

  test("a member of set: what it is, as it is in the merged request, and what the spec itself says", () => {
    expect(on(dialect, "AccessTokenValidity")).toContain("Effective: **10 minutes**");
    expect(on(dialect, "AccessTokenValidity")).toMatch(/The spec itself: `5`$/);
    expect(on(dialect, "CallbackURLs")).toContain('The spec itself: `["https://dev.example.com/cb"]`');
    expect(on(dialect, "https://app.example.com/cb")).toContain('The spec itself: `["https://dev.example.com/cb"]`');
    expect(on(dialect, "LogoutURLs")).toContain("The spec itself does not say it.");
  });
});

describe("a member of a spec that an environment overrides", () => {
  /** The hover at the `|` of a spec. */
  function at(source: string, environments = yaml, dialect: Dialect = "yaml"): string | undefined {
    const { text, offset } = cursorAt(source);
    const document = parseSpec(environments, dialect);
    const part = document.units[0]?.part;
    const name = `cognito-client.environments.${dialect}`;
    return hover(parseSpec(text, "yaml"), offset, {
      settings: defaultSettings,
      environments: {
        file: fileOf(document),
        path: "web.cognito-client.yaml",
        ...(part && { source: { name, part } }),
      },
    })?.markdown;
  }

  test.each([
    ["yaml", yaml],
    ["json", json],
  ] as const)("tells it, in as many backticks as it needs (%s)", (dialect, environments) => {
    const told = `- prod: \`\`["https://app.example.com/cb","https://x.example.com/\`a\`"]\`\`\n\n(cognito-client.environments.${dialect})`;
    expect(at(web.replace("CallbackURLs", "Callback|URLs"), environments, dialect)).toContain(told);
    expect(at(web.replace("dev.example", "dev.ex|ample"), environments, dialect)).toContain(told);
  });

  test("one that is taken out, alone or with all that it stands in", () => {
    const without = (set: string) =>
      `environments: { prod: {} }\nclients: { web.cognito-client.yaml: { prod: { set: { ${set} } } } }\n`;
    expect(at(web.replace("Callback", "Call|back"), without("CallbackURLs: null"))).toContain("- prod: left out");
    const unit = web.replace("minutes", "min|utes");
    expect(at(unit, without("TokenValidityUnits: null"))).toContain("- prod: left out");
    expect(at(unit, without("TokenValidityUnits: { AccessToken: hours }"))).toContain("- prod: `hours`");
    expect(at(unit, without("TokenValidityUnits: { IdToken: hours }"))).not.toContain("prod");
  });

  test("nothing of another spec, nor of an environment that nobody defined", () => {
    const name = web.replace("ClientName", "Client|Name");
    expect(at(name)).not.toContain("prod");
    const other = yaml.replace("web.cognito-client.yaml", "api.cognito-client.yaml");
    expect(at(web.replace("Callback", "Call|back"), other)).not.toContain("prod");
    const undefinedOne = yaml.replace("prod: { pool", "live: { pool");
    expect(at(web.replace("Callback", "Call|back"), undefinedOne)).not.toContain("prod");
  });

  test("never a secret: neither the spec's nor the environments file's own", () => {
    const secret = "AKJHGFtyuio98765redfghjk12345abcde";
    const environments = `environments: { prod: {} }
clients: { web.cognito-client.yaml: { prod: { set: { ClientSecret: ${secret}, ClientName: ${secret} } } } }
`;
    const spec = `ClientSecret: ${secret}\nClientName: web\n`;
    expect(at(spec.replace("ClientSecret", "Client|Secret"), environments)).not.toContain(secret);
    const name = at(spec.replace("ClientName", "Client|Name"), environments);
    expect(name).toContain("- prod: (not shown)");
    expect(name).not.toContain(secret);
  });
});
