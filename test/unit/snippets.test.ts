import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { clientsIn } from "../../server/src/engine/clients/clients-in.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import { check } from "../../server/src/engine/features/check.ts";
import type { Preset } from "../../server/src/engine/lint/rule.ts";
import { inferApplication } from "../../server/src/engine/reading/application.ts";
import { specOf } from "../../server/src/engine/reading/spec.ts";
import { starterBlocks } from "../../server/src/engine/starters/starter-blocks.ts";
import { plainMembers, starterText } from "../../server/src/engine/starters/starter-text.ts";
import { type StarterMembers, starters } from "../../server/src/engine/starters/starters.ts";

interface Snippet {
  readonly description: string;
  readonly body: readonly string[];
}

const syntaxes = ["json", "yaml"] as const;
type Syntax = (typeof syntaxes)[number];

function read(syntax: Syntax): Record<string, Snippet> {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../../snippets", `${syntax}.json`), "utf8"));
}

/** What stands in the editor right after a snippet is taken: each placeholder's text, each choice's first one. */
function expand({ body }: Snippet): string {
  return body
    .join("\n")
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1")
    .replace(/\\([\\$}])/g, "$1");
}

/** Findings that somebody would have to act upon. */
function complaints(text: string, syntax: Syntax, preset: Preset): string[] {
  const document = parseSpec(text, syntax);
  const problems = document.units.flatMap((unit) => unit.part.problems.map((problem) => problem.message));
  const findings = check(document, { settings: { preset, rules: {} } })
    .filter((finding) => finding.severity === "error" || finding.severity === "warning")
    .map((finding) => `${finding.rule.id}: ${finding.message}`);
  return [...problems, ...findings];
}

function data(text: string, syntax: Syntax): unknown {
  return syntax === "json" ? JSON.parse(text) : parseYaml(text);
}

describe.each(syntaxes)("snippets in %s", (syntax) => {
  const file = read(syntax);

  test.each(starters)("$title, as it is expanded, says what its source says and passes every rule", (starter) => {
    const snippet = file[starter.title];
    expect(snippet).toMatchObject({ description: starter.description });
    expect(snippet, "VS Code would offer it inside values, too").not.toHaveProperty("prefix");
    const text = expand(snippet as Snippet);
    expect(data(text, syntax)).toEqual(plainMembers(starter.members));
    expect(complaints(text, syntax, "recommended")).toEqual([]);
    expect(complaints(text, syntax, "strict")).toEqual([]);
    expect(starterText(starter.members, syntax)).toBe(`${text}\n`);
  });

  test.each(starterBlocks)("$title fits into a spec and passes every rule", (block) => {
    const snippet = file[block.title];
    expect(snippet).toMatchObject({ description: block.description });
    const text = expand(snippet as Snippet);
    const whole = around(text, syntax, block.members);
    expect(data(whole, syntax)).toMatchObject(plainMembers(block.members));
    expect(complaints(whole, syntax, "recommended")).toEqual([]);
  });

  test("there is nothing in the file that no source has", () => {
    expect(Object.keys(file).sort()).toEqual([...starters, ...starterBlocks].map((source) => source.title).sort());
  });

  test("every prefix is its own", () => {
    const prefixes = [...starters, ...starterBlocks].map(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

/** A spec that has need of a block, with the block's text in it as an author would put it there. */
function around(block: string, syntax: Syntax, members: StarterMembers): string {
  const rest: Record<string, unknown> = {
    UserPoolId: "eu-west-1_EXAMPLE1",
    ClientName: "web",
    GenerateSecret: false,
    ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ["code"],
    AllowedOAuthScopes: ["openid"],
    CallbackURLs: ["https://app.example.com/callback"],
    SupportedIdentityProviders: ["COGNITO"],
    PreventUserExistenceErrors: "ENABLED",
  };
  const lines = Object.entries(rest)
    .filter(([name]) => members[name] === undefined)
    .map(([name, value]) => `${syntax === "json" ? JSON.stringify(name) : name}: ${JSON.stringify(value)}`);
  return syntax === "json" ? `{\n${[...lines, block].join(",\n")}\n}` : `${[...lines, block].join("\n")}\n`;
}

test("each starter is taken for the application that it is meant for", () => {
  for (const starter of starters) {
    const [client] = clientsIn(parseSpec(starterText(starter.members, "yaml"), "yaml"));
    expect(client && inferApplication(specOf(client)).type, starter.title).toBe(starter.application);
  }
});
