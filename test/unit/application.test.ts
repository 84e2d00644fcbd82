import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { clientsIn } from "../../server/src/engine/clients/clients-in.ts";
import type { PoolFacts } from "../../server/src/engine/clients/pool-facts.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import { configurations } from "../../server/src/engine/features/application/configurations.ts";
import { type Setup, setupOf } from "../../server/src/engine/features/application/setup.ts";
import { signIn } from "../../server/src/engine/features/application/sign-in.ts";
import { specOf } from "../../server/src/engine/reading/spec.ts";

const poolId = "eu-west-1_AbCdEf123";
const clientId = "1example23456789";
const made = { verifier: "verifier-of-this-sign-in", challenge: "challenge-of-it", state: "state-1" };

const web = {
  ClientName: "web",
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid", "email"],
  CallbackURLs: ["http://localhost:5173/", "https://app.example.com/callback?a=b&c='d'"],
  DefaultRedirectURI: "https://app.example.com/callback?a=b&c='d'",
  LogoutURLs: ["https://app.example.com/"],
};
const machine = {
  ClientName: "job",
  GenerateSecret: true,
  ClientSecret: "canarySecret0123456789",
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["client_credentials"],
  AllowedOAuthScopes: ["https://api.example.com/read", "api/it's"],
};

function of(request: object, domain?: string | null, pool = poolId, id = clientId): ReturnType<typeof setupOf> {
  const [client] = clientsIn(parseSpec(JSON.stringify(request), "json"));
  if (!client) throw new Error("no app client");
  const facts: PoolFacts | undefined =
    domain === undefined ? undefined : { poolId: pool, fetchedAt: "2026-01-01T00:00:00Z", domain };
  return setupOf(specOf(client), { poolId: pool, clientId: id }, facts);
}
function setup(request: object, domain?: string | null): Setup {
  const made = of(request, domain);
  if ("problem" in made) throw new Error(made.problem);
  return made;
}
const textOf = (request: object, id: string, domain?: string) =>
  configurations(setup(request, domain)).find((each) => each.id === id)?.text ?? "";

describe("Try Sign-In", () => {
  test("is the address at which the application would send its users, with PKCE", () => {
    const found = signIn(setup(web, "example"), made);
    if ("problem" in found) throw new Error(found.problem);
    const url = new URL(found.url);
    expect(url.origin + url.pathname).toBe("https://example.auth.eu-west-1.amazoncognito.com/oauth2/authorize");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: clientId,
      response_type: "code",
      redirect_uri: web.DefaultRedirectURI,
      scope: "openid email",
      state: "state-1",
      code_challenge_method: "S256",
      code_challenge: made.challenge,
    });
    expect(found.text).toContain(found.url);
    expect(found.text).toContain(made.verifier);
    expect(found.url).not.toContain(made.verifier);
    expect(found.text).not.toContain("--user");
  });

  test("goes to the callback that was chosen, and has no challenge where tokens come at once", () => {
    const found = signIn(
      setup({ ...web, AllowedOAuthFlows: ["implicit"] }, "login.example.com"),
      made,
      "http://localhost:5173/",
    );
    if ("problem" in found) throw new Error(found.problem);
    const url = new URL(found.url);
    expect(url.host).toBe("login.example.com");
    expect(url.searchParams.get("response_type")).toBe("token");
    expect(url.searchParams.get("redirect_uri")).toBe("http://localhost:5173/");
    expect(found.url + found.text).not.toContain("challenge");
    expect(found.text).not.toContain(made.verifier);
  });

  test.each<[string, object, string | null | undefined, RegExp]>([
    ["a machine", machine, "example", /for programs/],
    ["no flow", { ClientName: "x" }, "example", /code or implicit/],
    ["no callback", { ...web, CallbackURLs: ["${URL}"], DefaultRedirectURI: undefined }, "example", /callback URL/],
    ["a domain that is not known", web, undefined, /Connect to the pool/],
    ["a pool without a domain", web, null, /no domain/],
  ])("says what is missing: %s", (_, request, domain, problem) => {
    expect(signIn(setup(request, domain), made)).toEqual({ problem: expect.stringMatching(problem) });
  });

  test.each([
    ["local_AbC", clientId, /begins with the region/],
    [poolId, "x y; rm -rf", /characters/],
  ])("makes nothing of what is no id: %s %s", (pool, id, problem) => {
    expect(of(web, "example", pool, id)).toEqual({ problem: expect.stringMatching(problem) });
  });

  test("does not lead to AWS as if the pool were there, where it was read elsewhere", () => {
    const endpoint = "http://127.0.0.1:9229";
    const found = signIn({ ...setup(web, "example"), endpoint }, made);
    if ("problem" in found) throw new Error(found.problem);
    expect(found.text).toMatch(/not AWS:\n\n```\nhttp:\/\/127\.0\.0\.1:9229\n```/);
    expect(found.text).not.toContain("Open in a browser");
  });

  test.each(["evil.example/x", "evil.example?a=b", "user@evil.example", "a b", "x#y", "-", "javascript:x", ""])(
    "takes no domain that is no host's name: %j",
    (domain) => expect(signIn(setup(web, domain), made)).toEqual({ problem: expect.stringMatching(/not known/) }),
  );

  test.each(["javascript:alert(1)", "https://a.example/?x=`\n## y&client_id=other#z", "https://a.example/ b"])(
    "a callback is a value of the address, whatever it holds: %j",
    (callback) => {
      const found = signIn(setup({ ...web, CallbackURLs: [callback], DefaultRedirectURI: undefined }, "example"), made);
      if ("problem" in found) throw new Error(found.problem);
      const url = new URL(found.url);
      expect(url.searchParams.get("redirect_uri")).toBe(callback);
      expect(url.searchParams.getAll("client_id")).toEqual([clientId]);
      expect(url.hash).toBe("");
    },
  );

  test.each([
    [
      "us-gov-west-1_A1",
      "https://cognito-idp.us-gov-west-1.amazonaws.com/",
      "https://x.auth-fips.us-gov-west-1.amazoncognito.com",
    ],
    [
      "cn-north-1_A1",
      "https://cognito-idp.cn-north-1.amazonaws.com.cn/",
      "https://x.auth.cn-north-1.amazoncognito.com",
    ],
  ])("knows the hosts of other partitions: %s", (pool, issuer, domain) => {
    expect(of(web, "x", pool)).toMatchObject({ issuer: issuer + pool, domain });
  });
});

describe("Copy App Configuration", () => {
  test.each<[string, object, readonly string[]]>([
    ["a public app client", web, ["oidc-client-ts", "amplify", "spring", "discovery"]],
    ["one with a secret", { ...web, GenerateSecret: true }, ["spring", "discovery"]],
    ["a machine", machine, ["spring", "curl"]],
    ["an SDK's", { ClientName: "x", ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }, ["amplify"]],
  ])("offers what suits %s", (_, request, ids) => {
    expect(configurations(setup(request, "example")).map(({ id }) => id)).toEqual(ids);
  });

  test("never holds a secret", () => {
    for (const request of [machine, { ...web, ClientSecret: machine.ClientSecret }])
      for (const domain of ["example", undefined])
        for (const { text } of configurations(setup(request, domain))) expect(text).not.toContain("canary");
    expect(textOf(machine, "spring")).toContain("client-secret: ${COGNITO_CLIENT_SECRET}");
  });

  test("Spring's is YAML that says the same", () => {
    const { registration, provider } = parseYaml(textOf(web, "spring")).spring.security.oauth2.client;
    expect(registration.cognito).toEqual({
      "client-id": clientId,
      "client-authentication-method": "none",
      "authorization-grant-type": "authorization_code",
      "redirect-uri": web.DefaultRedirectURI,
      scope: web.AllowedOAuthScopes,
    });
    expect(provider.cognito).toEqual({ "issuer-uri": `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}` });
  });

  test("the discovery's is JSON", () => {
    expect(JSON.parse(textOf(web, "discovery", "example"))).toMatchObject({
      discovery: `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}/.well-known/openid-configuration`,
      token_endpoint: "https://example.auth.eu-west-1.amazoncognito.com/oauth2/token",
      scope: "openid email",
    });
  });

  test("the JavaScript ones run, with the values as the file has them", () => {
    const run = (text: string, name: string) => {
      const body = text.replace(/^import .*$/gm, "").replaceAll("export const", "const");
      return new Function("UserManager", "Amplify", `${body}; return ${name};`)(
        class {
          readonly settings: unknown;
          constructor(settings: unknown) {
            this.settings = settings;
          }
        },
        { configure: (settings: unknown) => settings },
      );
    };
    expect(run(textOf(web, "oidc-client-ts", "example"), "[userManager.settings, signOutUrl]")).toEqual([
      {
        authority: `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}`,
        client_id: clientId,
        redirect_uri: web.DefaultRedirectURI,
        response_type: "code",
        scope: "openid email",
      },
      `https://example.auth.eu-west-1.amazoncognito.com/logout?client_id=${clientId}&logout_uri=https%3A%2F%2Fapp.example.com%2F`,
    ]);
    expect(textOf(web, "amplify", "example")).toContain('domain: "example.auth.eu-west-1.amazoncognito.com"');
    expect(textOf(web, "amplify")).toContain("connect to the pool");
  });

  test.skipIf(process.platform === "win32")("curl's words reach curl as they are, whatever the file says", () => {
    const text = textOf({ ...machine, AllowedOAuthScopes: ["a/$(touch x)", "b/it's `c`"] }, "curl", "example");
    const words = execFileSync("sh", ["-c", `curl() { printf '%s\\n' "$@"; }\n${text}`], { encoding: "utf8" });
    expect(words.trimEnd().split("\n")).toEqual([
      "--user",
      clientId,
      "--data",
      "grant_type=client_credentials",
      "--data-urlencode",
      "scope=a/$(touch x) b/it's `c`",
      "https://example.auth.eu-west-1.amazoncognito.com/oauth2/token",
    ]);
  });
});
