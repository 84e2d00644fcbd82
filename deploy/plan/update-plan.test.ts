import { describe, expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import type { Live } from "../pool/live.ts";
import type { UpdateChange } from "./change.ts";
import { driftDocument, driftOf, planDocument } from "./documents.ts";
import { actionOf, blockedBy, type PlannedItem, savedDigest } from "./item.ts";
import { overlay } from "./overlay.ts";
import type { Plan } from "./plan.ts";
import { settingChanges, undeclaredOf } from "./setting-change.ts";

const classed = (live: JsonObject, wanted: JsonObject, guarded = false) =>
  settingChanges(live, wanted, guarded).map((change) => [change.path[0], change.class, change.why.join(" ")] as const);

describe("classes of changes", () => {
  const cb = (...urls: string[]) => ({ CallbackURLs: urls });
  test.each<[string, JsonObject, JsonObject, string, RegExp]>([
    [
      "a callback removed",
      cb("https://a.example", "https://b.example"),
      cb("https://a.example"),
      "may-stop-sign-in",
      /https:\/\/b\.example/,
    ],
    [
      "a callback added",
      cb("https://a.example"),
      cb("https://a.example", "https://evil.example/x"),
      "weakens-security",
      /evil\.example/,
    ],
    [
      "one replaced: the most serious counts, both are said",
      cb("https://a.example"),
      cb("https://b.example"),
      "may-stop-sign-in",
      /a\.example.*b\.example/,
    ],
    [
      "an IdP removed",
      { SupportedIdentityProviders: ["COGNITO", "Corp"] },
      { SupportedIdentityProviders: ["COGNITO"] },
      "may-stop-sign-in",
      /Corp/,
    ],
    [
      "a scope removed",
      { AllowedOAuthScopes: ["a/b", "openid"] },
      { AllowedOAuthScopes: ["openid"] },
      "may-stop-sign-in",
      /a\/b/,
    ],
    [
      "the admin scope added",
      {},
      { AllowedOAuthScopes: ["aws.cognito.signin.user.admin"] },
      "weakens-security",
      /user's own account/,
    ],
    [
      "implicit added",
      { AllowedOAuthFlows: ["code"] },
      { AllowedOAuthFlows: ["code", "implicit"] },
      "weakens-security",
      /Implicit/,
    ],
    ["OAuth off", { AllowedOAuthFlowsUserPoolClient: true }, {}, "may-stop-sign-in", /no effect/],
    [
      "a password flow added",
      { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] },
      { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH"] },
      "weakens-security",
      /ALLOW_USER_PASSWORD_AUTH/,
    ],
    [
      "rotation on",
      {},
      { RefreshTokenRotation: { Feature: "ENABLED" } },
      "may-stop-sign-in",
      /GetTokensFromRefreshToken/,
    ],
    ["rotation off", { RefreshTokenRotation: { Feature: "ENABLED" } }, {}, "weakens-security", /stolen/],
    ["revocation off", {}, { EnableTokenRevocation: false }, "weakens-security", /revoked/],
    ["errors tell again", { PreventUserExistenceErrors: "ENABLED" }, {}, "weakens-security", /user exists/],
    [
      "longer",
      { AccessTokenValidity: 1 },
      { AccessTokenValidity: 90, TokenValidityUnits: { AccessToken: "minutes" } },
      "weakens-security",
      /longer/,
    ],
    [
      "shorter",
      { AccessTokenValidity: 2 },
      { AccessTokenValidity: 30, TokenValidityUnits: { AccessToken: "minutes" } },
      "other",
      /^$/,
    ],
    [
      "fewer attributes to read",
      { ReadAttributes: ["a", "b"] },
      { ReadAttributes: ["a"] },
      "may-stop-sign-in",
      /read b/,
    ],
    [
      "more attributes to write",
      { WriteAttributes: ["a"] },
      { WriteAttributes: ["a", "b"] },
      "weakens-security",
      /write more: b/,
    ],
    [
      "the default redirect removed",
      { DefaultRedirectURI: "https://a.example" },
      {},
      "may-stop-sign-in",
      /redirect_uri/,
    ],
    ["another name", { ClientName: "a" }, { ClientName: "b" }, "other", /^$/],
  ])("%s", (_what, live, wanted, kind, why) => {
    expect(classed(live, wanted)).toEqual([[expect.any(String), kind, expect.stringMatching(why)]]);
  });

  test("the same in other words is no change", () => {
    const wanted = {
      AccessTokenValidity: 60,
      TokenValidityUnits: { AccessToken: "minutes" },
      CallbackURLs: ["b:x", "a:x", "a:x"],
    };
    expect(classed({ AccessTokenValidity: 1, CallbackURLs: ["a:x", "b:x"] }, wanted)).toEqual([]);
  });

  test("in a protected environment a callback that is no public https address is said in stronger words", () => {
    for (const url of ["http://localhost:3000", "myapp://cb", "https://*.example"])
      expect(classed({}, cb(url), true)[0]?.[2]).toContain("this environment is protected");
    expect(classed({}, cb("https://a.example"), true)[0]?.[2]).not.toContain("protected");
  });

  test("the most serious comes first", () => {
    const changes = settingChanges({ CallbackURLs: ["a:x"] }, { ClientName: "b", EnableTokenRevocation: false });
    expect(changes.map((change) => change.class)).toEqual(["may-stop-sign-in", "weakens-security", "other"]);
  });
});

describe("declared wins, undeclared stays", () => {
  const live = {
    AuthSessionValidity: 5,
    AccessTokenValidity: 30,
    IdTokenValidity: 2,
    TokenValidityUnits: { AccessToken: "minutes", IdToken: "hours", RefreshToken: "days" },
    ReadAttributes: ["email"],
  };
  const changed = (request: JsonObject, setBack: string[] = []) =>
    settingChanges(live, overlay(live, request, setBack).wanted).map(({ path, wanted }) => [path[0], wanted]);

  test.each<[string, JsonObject, unknown[], string[]?]>([
    ["nothing said", {}, []],
    ["null says nothing", { AuthSessionValidity: null }, []],
    ["an empty list of what depends on the pool says nothing", { ReadAttributes: [] }, []],
    ["a lifetime without a unit has the default one", { AccessTokenValidity: 2 }, [["AccessTokenValidity", "2 hours"]]],
    ["a unit alone says nothing", { TokenValidityUnits: { AccessToken: "days" } }, []],
    [
      "the same lifetime in another unit",
      { AccessTokenValidity: 1800, TokenValidityUnits: { AccessToken: "seconds" } },
      [],
    ],
    ["set back", {}, [["AuthSessionValidity", 3]], ["AuthSessionValidity"]],
    [
      "set back counts over the spec",
      { AuthSessionValidity: 5 },
      [["AuthSessionValidity", 3]],
      ["AuthSessionValidity"],
    ],
    ["an attribute list set back", {}, [["ReadAttributes", undefined]], ["ReadAttributes"]],
    ["ids and secrets are nobody's settings", { ClientId: "x", GenerateSecret: true, UserPoolId: "y" }, []],
  ])("%s", (_what, request, expected, setBack) => {
    expect(changed(request, setBack)).toEqual(expected);
  });

  test("what stays although nobody says it; attribute lists only where they are not the pool's own", () => {
    const stays = (isDefault: boolean) =>
      undeclaredOf(live, ["IdTokenValidity"], () => isDefault).map(({ path }) => path[0]);
    expect(stays(true).sort()).toEqual(["AccessTokenValidity", "AuthSessionValidity"]);
    expect(stays(false)).toContain("ReadAttributes");
  });
});

describe("documents", () => {
  const live: Live = {
    clientId: "1abc",
    clientName: "web",
    settings: { ClientName: "web", AuthSessionValidity: 5 },
    secret: "no",
    dynamic: false,
    changedAt: "2026-11-20T10:00:00.123Z",
    unknownMembers: [],
  };
  const item = (wanted: JsonObject, account = "111122223333", profile = "a"): PlannedItem => {
    const change = {
      verb: "update",
      where: { region: "eu-west-1", partition: "aws" },
      poolId: "eu-west-1_AbC",
      clientName: "web",
      clientId: "1abc",
      live,
      wanted,
      changes: settingChanges(live.settings, wanted),
      undeclared: [],
      immovable: [],
      shown: wanted,
    } as unknown as UpdateChange;
    const plan = { changes: [change], findings: [], identity: { accountId: account }, profile: { label: profile } };
    return {
      file: "web.yaml",
      environment: { name: "prod", protected: true },
      plan: plan as unknown as Plan<UpdateChange>,
    };
  };
  const other = { ClientName: "web", AuthSessionValidity: 7 };

  test("plan", () => {
    expect(planDocument([item(other)], { tool: "0.1.0", madeAt: new Date(0) })).toEqual({
      plans: [
        {
          file: "web.yaml",
          environment: "prod",
          protected: true,
          action: "update",
          account: "111122223333",
          region: "eu-west-1",
          poolId: "eu-west-1_AbC",
          clientName: "web",
          clientId: "1abc",
          lastModified: "2026-11-20T10:00:00.123Z",
          changes: [{ path: "/AuthSessionValidity", kind: "changed", class: "other", why: [], live: 5, wanted: 7 }],
          undeclared: [],
          immovable: [],
          filledIn: [],
          request: other,
          findings: [],
        },
      ],
      digest: savedDigest([item(other)]),
      madeAt: "1970-01-01T00:00:00.000Z",
      tool: "0.1.0",
    });
  });

  test("a saved plan is bound to account and state, not to a profile's name", () => {
    const digest = savedDigest([item(other)]);
    expect(savedDigest([item(other, "111122223333", "another")])).toBe(digest);
    expect(savedDigest([item(other, "999999999999")])).not.toBe(digest);
    expect(savedDigest([item({ ...other, AuthSessionValidity: 8 })])).not.toBe(digest);
    expect(savedDigest([{ ...item(other), environment: { name: "prod" } }])).not.toBe(digest);
  });

  test("drift", () => {
    const missing: PlannedItem = { file: "b", problem: { kind: "missing", message: "gone", next: { kind: "none" } } };
    const denied: PlannedItem = { file: "c", problem: { kind: "permission", message: "no", next: { kind: "none" } } };
    expect([item(other), item(live.settings), missing, denied].map((each) => driftOf(each, false))).toEqual([
      "differs",
      "in-sync",
      "missing",
      "unknown",
    ]);
    expect(driftDocument([item(other), missing, denied], false)).toMatchObject({
      drift: [
        { status: "differs", clientId: "1abc" },
        { status: "missing" },
        { status: "unknown", problem: { kind: "permission" } },
      ],
      summary: { inSync: 0, differs: 1, missing: 1, unknown: 1 },
    });
  });

  test("actions; a create only where the name is certainly free", () => {
    expect([item(other), item(live.settings)].map(actionOf)).toEqual(["update", "none"]);
    const create = (more: object): PlannedItem => {
      const change = { verb: "create", clientName: "web", pending: [], ...more };
      return { file: "a", plan: { changes: [change] } as never };
    };
    expect(actionOf(create({ sameName: [] }))).toBe("create");
    expect(actionOf(create({}))).toBe("blocked");
    expect(blockedBy(create({ sameName: [{ id: "1abc", name: "web" }] }))?.message).toContain("1abc");
    expect(actionOf(create({ sameName: [], pending: [{}] }))).toBe("blocked");
  });
});
