/**
 * The catalogue's promise: an entry is all that a new member needs. Two invented ones, a set of values and a range, are put
 * into the file of their theme, and everything that knows members is asked about them.
 */
import { afterAll, describe, expect, test, vi } from "vitest";

vi.mock("../../server/src/engine/catalogue/protection.ts", async (original) => {
  const real = await original<typeof import("../../server/src/engine/catalogue/protection.ts")>();
  const { documentedReset } = await import("../../server/src/engine/catalogue/omission.ts");
  const common = {
    link: "https://docs.aws.amazon.com/cognito/latest/developerguide/invented.html",
    operations: ["create", "update"],
    omittedInUpdate: documentedReset,
    popularity: 1,
  };
  const invented = [
    {
      ...common,
      name: "TokenFormat",
      doc: "In which form tokens are issued, to be read by all or by Cognito alone.",
      defaultText: "JWT",
      value: {
        type: "string",
        default: "JWT",
        values: [
          { value: "JWT", doc: "Anybody with the public key can read and check it." },
          { value: "OPAQUE", doc: "A name without a content, to be looked up." },
        ],
      },
    },
    {
      ...common,
      name: "SessionLimit",
      doc: "How many sessions a user may have at the same time.",
      defaultText: "5 sessions",
      value: { type: "integer", minimum: 1, maximum: 20, default: 5, suggestions: [5, 10] },
    },
  ];
  return { ...real, protectionProperties: [...real.protectionProperties, ...invented] };
});

// Test files share their worker's modules: what is loaded here is loaded anew, and for nobody else.
vi.resetModules();
afterAll(() => void vi.resetModules());

const { filledIn } = await import("../../deploy/plan/filled-in.ts");
const { differences } = await import("../../deploy/pool/compare.ts");
const { updateSettings } = await import("../../server/src/engine/catalogue/update-request.ts");
const { allRules } = await import("../../server/src/engine/config/all-rules.ts");
const { defaultSettings } = await import("../../server/src/engine/lint/settings.ts");
const { applyEdits } = await import("../../server/src/engine/document/edit/edit.ts");
const { parseSpec } = await import("../../server/src/engine/document/parse.ts");
const { hover } = await import("../../server/src/engine/features/hover.ts");
const { blameOf } = await import("../../server/src/engine/features/blame.ts");
const { check } = await import("../../server/src/engine/features/check.ts");
const { offeredAt } = await import("../support/complete.ts");
const { propertiesPage } = await import("../../tools/generate/properties-page.ts");
const { rulesPages } = await import("../../tools/generate/rules-pages.ts");
const { configSchema, specSchema } = await import("../../tools/generate/schema.ts");

const base = { UserPoolId: "eu-west-1_AbCdEf123", ClientName: "web" };
const documents = (members: object): [string, "json" | "yaml"][] => {
  const all = { ...base, ...members };
  const yaml = Object.entries(all).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return [
    [JSON.stringify(all, null, 2), "json"],
    [yaml.join(""), "yaml"],
  ];
};

function found(members: object): string[][] {
  return documents(members).map(([text, dialect]) =>
    check(parseSpec(text, dialect), { settings: defaultSettings })
      .filter(({ path }) => path.length > 0)
      .map(({ rule, path, severity }) => `${severity} ${rule.id} ${path.join("/")}`),
  );
}

describe("an invented member", () => {
  test("is completed, by name and by value", () => {
    expect(offeredAt("UserPoolId: eu-west-1_AbCdEf123\n|\n", "yaml").labels).toEqual(
      expect.arrayContaining(["TokenFormat", "SessionLimit"]),
    );
    expect(offeredAt("TokenFormat: |\n", "yaml").labels).toEqual(["JWT", "OPAQUE"]);
    expect(offeredAt('{ "SessionLimit": | }', "json").labels).toEqual(["5", "10"]);
  });

  test("is hovered, value and name", () => {
    const text = "TokenFormat: OPAQUE\nSessionLimit: 5\n";
    const at = (word: string) =>
      hover(parseSpec(text, "yaml"), text.indexOf(word), { settings: defaultSettings })?.markdown;
    expect(at("TokenFormat")).toMatch(
      /In which form tokens are issued[\s\S]*One of: `JWT`, `OPAQUE`[\s\S]*Default: JWT/,
    );
    expect(at("OPAQUE")).toContain("to be looked up");
    expect(at("SessionLimit")).toMatch(/from 1 to 20[\s\S]*Default: 5 sessions/);
  });

  test("is no unknown one, and its type, values and range are checked", () => {
    expect(found({ TokenFormat: "OPAQUE", SessionLimit: 20 })).toEqual([[], []]);
    expect(found({ TokenFormat: 5, SessionLimit: "many" })).toEqual(
      Array(2).fill(["error wrong-type TokenFormat", "error wrong-type SessionLimit"]),
    );
    expect(found({ TokenFormat: "XML", SessionLimit: 21 })).toEqual(
      Array(2).fill(["error token-format-enum TokenFormat", "error session-limit-range SessionLimit"]),
    );
  });

  test("gets what was meant by a fix", () => {
    for (const [text, dialect] of documents({ TokenFormat: "opaque", SessionLimit: 0 })) {
      const document = parseSpec(text, dialect);
      const part = document.units[0]?.part;
      if (!part) throw new Error("no app client");
      const edits = check(document, { settings: defaultSettings }).flatMap(({ fixes }) => fixes?.()[0]?.edits ?? []);
      const fixed = parseSpec(applyEdits(text, edits), dialect);
      expect(fixed.text).toMatch(/"OPAQUE"[\s\S]*SessionLimit"?: 1\b/);
      expect(check(fixed, { settings: defaultSettings }).filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  test("is filled in by the plan, compared, and put into an update", () => {
    expect(filledIn(base)).toEqual(
      expect.arrayContaining([
        { path: ["TokenFormat"], text: "JWT" },
        { path: ["SessionLimit"], text: "5 sessions" },
      ]),
    );
    const live = { ...base, TokenFormat: "OPAQUE", SessionLimit: 5 };
    expect(differences(base, { settings: live, hasSecret: false })).toEqual([
      { path: ["TokenFormat"], asked: "JWT", found: "OPAQUE" },
    ]);
    expect(updateSettings(live, { ...base, SessionLimit: 7 }).settings).toMatchObject({
      TokenFormat: "JWT",
      SessionLimit: 7,
    });
  });

  test("is to blame for AWS's words about it", () => {
    const words =
      "1 validation error detected: Value '21' at 'sessionLimit' failed to satisfy constraint: Member must have value less than or equal to 20";
    expect(blameOf("InvalidParameterException", words, { ...base, SessionLimit: 21 })).toEqual([
      { path: ["SessionLimit"], ruleId: "session-limit-range" },
    ]);
  });

  test("stands in schemas, docs and the pages of its rules", () => {
    expect(JSON.stringify(specSchema())).toContain('"enum":["JWT","OPAQUE"]');
    expect(JSON.stringify(specSchema())).toContain('"minimum":1,"maximum":20,"default":5');
    expect(JSON.stringify(configSchema())).toContain("token-format-enum");
    expect(propertiesPage()).toMatch(
      /## TokenFormat[\s\S]*\| `OPAQUE` \| A name without a content[\s\S]*## SessionLimit/,
    );
    const pages = new Map(rulesPages(allRules, ["server/src/engine/rules"]).map(({ path, text }) => [path, text]));
    expect(pages.get("docs/rules/README.md")).toContain("[session-limit-range](session-limit-range.md)");
    expect(pages.get("docs/rules/token-format-enum.md")).toContain("TokenFormat: JWT");
    expect(pages.get("docs/rules/session-limit-range.md")).toContain("SessionLimit: 21");
  });
});
