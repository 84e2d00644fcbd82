import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createDeploy, memoryJournal, type Ports } from "../../deploy/index.ts";
import { sessionOf } from "../../deploy/sign-in/connection.ts";
import { type Sections, writeAwsFiles } from "../support/aws-files.ts";
import { type CountProxy, passOn, startCountProxy } from "../support/count-proxy.ts";
import { quick } from "../support/deploy-scene.ts";
import { startMoto } from "../support/moto.ts";
import { temporaryFolder } from "../support/process.ts";

/**
 * Every kind of profile in real config files, against a real STS emulator: who it turns out to be, or the one message.
 * Keys that must not appear anywhere hold the word `canary`.
 */
let proxy: CountProxy;
let folder: string;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  const moto = await startMoto();
  if ("missing" in moto) throw new Error(moto.missing);
  stack.use(moto);
  proxy = stack.use(await startCountProxy(moto.url));
  folder = stack.use(temporaryFolder("profiles")).path;
});
afterEach(() => {
  vi.unstubAllEnvs();
  proxy.conduct = passOn;
  proxy.reset();
});
afterAll(() => stack.disposeAsync());

let number = 0;

/** A machine with these files. The SDK itself reads HOME and a few variables from the process. */
function machine(
  config: Sections,
  credentials: Sections = {},
  env: Record<string, string> = {},
  ports: Partial<Ports> = {},
) {
  const home = join(folder, `home ${number++}`);
  const files = writeAwsFiles(join(home, ".aws"), config, credentials);
  const all = { HOME: home, ...files, ...env };
  for (const name of ["AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"])
    vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  const deploy = createDeploy({ env: process.env, journal: memoryJournal(), timing: quick, ...ports });
  return {
    home,
    deploy,
    connect: (name: string, poolId = "us-east-1_aaaaaaaaa") => deploy.connect({ kind: "profile", name }, { poolId }),
  };
}

const at = () => ({ region: "us-east-1", endpoint_url: proxy.url });
const keys = { aws_access_key_id: "AKIAIOSFODNN7EXAMPLE", aws_secret_access_key: "canary-secret-key" };
const role = "arn:aws:iam::123456789012:role/deployer";
const assumed = {
  accountId: "123456789012",
  callerArn: expect.stringMatching(/^arn:aws:sts::123456789012:assumed-role\/deployer\//),
};
const anybody = { accountId: "123456789012", callerArn: expect.stringContaining("arn:aws:") };

/** STS answers in XML: https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
function stsError(operation: string, code: string, message: string): void {
  const xml = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`;
  proxy.conduct = (call) =>
    call.operation === operation
      ? call.answer({ status: 403, headers: { "content-type": "text/xml" }, body: Buffer.from(xml) })
      : passOn(call);
}

describe("who a profile turns out to be", () => {
  test("keys", async () => {
    const result = await machine({ "profile dev": at() }, { dev: keys }).connect("dev");
    expect(result).toMatchObject({ ok: true, value: { profile: { kind: "keys", label: "dev" }, identity: anybody } });
  });

  test("role with source_profile, assumed at the chosen profile's own endpoint", async () => {
    const result = await machine(
      { "profile base": { region: "us-east-1" }, "profile dev": { ...at(), role_arn: role, source_profile: "base" } },
      { base: keys },
    ).connect("dev");
    expect(result).toMatchObject({ ok: true, value: { profile: { kind: "role" }, identity: assumed } });
    expect(proxy.calls).toEqual(["AssumeRole", "GetCallerIdentity"]);
  });

  test("role with credential_source Environment", async () => {
    const env = { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "canary-secret-key" };
    const result = await machine(
      { "profile dev": { ...at(), role_arn: role, credential_source: "Environment" } },
      {},
      env,
    ).connect("dev");
    expect(result).toMatchObject({ ok: true, value: { profile: { kind: "role" }, identity: assumed } });
  });

  test("role with MFA asks for the code, once", async () => {
    const asked: string[] = [];
    const mfaCode = async ({ profile, device }: { profile: string; device: string }) => {
      asked.push(`${profile} ${device}`);
      return "123456";
    };
    const serial = "arn:aws:iam::123456789012:mfa/dev";
    const config = {
      "profile base": { region: "us-east-1" },
      "profile dev": { ...at(), role_arn: role, source_profile: "base", mfa_serial: serial },
    };
    const result = await machine(config, { base: keys }, {}, { mfaCode }).connect("dev");
    expect(result).toMatchObject({ ok: true, value: { profile: { kind: "role with MFA" }, identity: assumed } });
    if (result.ok) await sessionOf(result.value).gateway().listPools();
    expect(asked).toEqual([`dev ${serial}`]);
  });

  test("web identity", async () => {
    const scene = machine({
      "profile dev": { ...at(), role_arn: role, web_identity_token_file: join(folder, "token") },
    });
    writeFileSync(join(folder, "token"), "canary-web-identity-token");
    expect(await scene.connect("dev")).toMatchObject({
      ok: true,
      value: { profile: { kind: "web identity" }, identity: assumed },
    });
  });

  test("process", async () => {
    const script = join(folder, "process.cjs");
    const answer = { Version: 1, AccessKeyId: "AKIAIOSFODNN7EXAMPLE", SecretAccessKey: "canary-secret-key" };
    writeFileSync(script, `console.log(${JSON.stringify(JSON.stringify(answer))})`);
    const command = `"${process.execPath}" "${script}"`;
    expect(await machine({ "profile dev": { ...at(), credential_process: command } }).connect("dev")).toMatchObject({
      ok: true,
      value: { profile: { kind: "process" }, identity: anybody },
    });
  });

  test("a process that hangs", async () => {
    const script = join(folder, "hangs.cjs");
    writeFileSync(script, "process.stdin.resume(); setTimeout(() => {}, 5_000)");
    const config = { "profile dev": { ...at(), credential_process: `"${process.execPath}" "${script}"` } };
    const result = await machine(config, {}, {}, { timing: { ...quick, program: 100 } }).connect("dev");
    expect(result).toMatchObject({
      ok: false,
      problem: {
        kind: "credentials",
        message: expect.stringContaining("gave nothing within"),
        next: { kind: "retry" },
      },
    });
  });

  test.each(["__proto__", "profile __proto__"])(
    "a section for which the SDK refuses the whole file: %s",
    async (name) => {
      const { deploy, connect } = machine({ "profile dev": at(), [name]: { region: "us-east-1" } }, { dev: keys });
      const problem = { kind: "config", message: expect.stringContaining("has a section called __proto__") };
      expect(await connect("dev")).toMatchObject({ ok: false, problem });
      expect(await deploy.listProfiles()).toMatchObject({ ok: false, problem });
      expect(proxy.calls).toEqual([]);
    },
  );

  test("environment variables", async () => {
    const env = {
      AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
      AWS_SECRET_ACCESS_KEY: "canary-secret-key",
      AWS_REGION: "us-east-1",
      AWS_ENDPOINT_URL: proxy.url,
    };
    const { deploy } = machine({}, {}, env);
    expect(await deploy.listProfiles()).toMatchObject({
      ok: true,
      value: { profiles: [{ label: "environment variables", kind: "environment", region: "us-east-1" }] },
    });
    expect(await deploy.connect({ kind: "environment" })).toMatchObject({
      ok: true,
      value: { identity: anybody, region: "us-east-1" },
    });
  });

  test("web identity of the environment", async () => {
    writeFileSync(join(folder, "token"), "canary-web-identity-token");
    const env = {
      AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, "token"),
      AWS_ROLE_ARN: role,
      AWS_REGION: "us-east-1",
      AWS_ENDPOINT_URL: proxy.url,
    };
    expect(await machine({}, {}, env).deploy.connect({ kind: "environment" })).toMatchObject({
      ok: true,
      value: { identity: assumed },
    });
  });

  test.each(["sso_session", "legacy"])("SSO, %s, with a valid session", async (form) => {
    await using portal = await startPortal(200);
    const scene = ssoMachine(form, portal.url);
    writeSsoToken(scene.home, form, "2099-01-01T00:00:00Z");
    expect(await scene.connect("dev")).toMatchObject({
      ok: true,
      value: { profile: { kind: "SSO" }, identity: anybody },
    });
  });

  test("login session", async () => {
    const session = "arn:aws:iam::123456789012:user/dev";
    const scene = machine({ "profile dev": { ...at(), login_session: session } });
    const cache = join(scene.home, ".aws", "login", "cache");
    mkdirSync(cache, { recursive: true });
    const accessToken = {
      accessKeyId: "AKIAIOSFODNN7EXAMPLE",
      secretAccessKey: "canary-secret-key",
      sessionToken: "canary-session",
      accountId: "123456789012",
      expiresAt: "2099-01-01T00:00:00Z",
    };
    const token = { accessToken, clientId: "c", refreshToken: "canary-refresh", dpopKey: "canary-key" };
    writeFileSync(join(cache, `${createHash("sha256").update(session).digest("hex")}.json`), JSON.stringify(token));
    expect(await scene.connect("dev")).toMatchObject({
      ok: true,
      value: { profile: { kind: "login" }, identity: anybody },
    });
  });

  test("account unknown where STS does not answer; where only Cognito has an endpoint, STS is not asked at all", async () => {
    proxy.conduct = (call) => void call.response.destroy();
    const unreachable = await machine({ "profile dev": at() }, { dev: keys }).connect("dev");
    expect(unreachable).toMatchObject({
      ok: true,
      value: { identity: { reason: "STS could not be asked (ECONNRESET)" } },
    });
    proxy.reset();
    const config = {
      "profile dev": { region: "us-east-1", services: "local" },
      "services local": { "cognito_identity_provider =\n  endpoint_url": proxy.url },
    };
    const emulated = await machine(config, { dev: keys }).connect("dev");
    expect(emulated).toMatchObject({
      ok: true,
      value: { profile: { endpoint: proxy.url }, identity: { reason: expect.stringContaining("no endpoint for STS") } },
    });
    expect(proxy.calls).toEqual([]);
  });
});

describe("one message and a next step", () => {
  const failing = (next: object, message: RegExp, kind = "credentials") => ({
    ok: false,
    problem: { kind, next, message: expect.stringMatching(message) },
  });
  const other = { kind: "choose-profile" };

  test.each(["sso_session", "legacy"])("SSO, %s: no session, an expired one, a revoked one", async (form) => {
    const signIn = failing(
      { kind: "sign-in", command: "aws sso login --profile dev", profile: "dev" },
      /no valid SSO session/,
    );
    await using portal = await startPortal(401);
    const scene = ssoMachine(form, portal.url);
    expect(await scene.connect("dev")).toMatchObject(signIn);
    writeSsoToken(scene.home, form, "2020-01-01T00:00:00Z");
    expect(await scene.connect("dev")).toMatchObject(signIn);
    writeSsoToken(scene.home, form, "2099-01-01T00:00:00Z");
    expect(await scene.connect("dev")).toMatchObject(signIn);
  });

  test("SSO whose portal does not answer in time", async () => {
    await using portal = await startPortal("never");
    const scene = ssoMachine("sso_session", portal.url, { timing: { ...quick, read: 300 } });
    writeSsoToken(scene.home, "sso_session", "2099-01-01T00:00:00Z");
    expect(await scene.connect("dev")).toMatchObject(failing({ kind: "retry" }, /did not answer within/, "network"));
  });

  test("a role whose source has no SSO session names the source to sign in", async () => {
    const config = { "profile base": ssoProfile, "profile dev": { ...at(), role_arn: role, source_profile: "base" } };
    expect(await machine(config).connect("dev")).toMatchObject(
      failing({ kind: "sign-in", command: "aws sso login --profile base", profile: "base" }, /SSO/),
    );
  });

  test("login session: none", async () => {
    const config = { "profile dev": { ...at(), login_session: "arn:aws:iam::123456789012:user/dev" } };
    expect(await machine(config).connect("dev")).toMatchObject(
      failing({ kind: "sign-in", command: "aws login --profile dev", profile: "dev" }, /login session/),
    );
  });

  test.each([
    ["fails", `console.error("canary-stderr"); process.exit(3)`],
    ["prints no JSON", `console.log("canary-stdout")`],
    [
      "gives expired keys",
      `console.log(JSON.stringify({ Version: 1, AccessKeyId: "a", SecretAccessKey: "canary-secret-key", Expiration: "2020-01-01T00:00:00Z" }))`,
    ],
  ])("process that %s: what it printed is not repeated", async (_what, code) => {
    const script = join(folder, "bad.cjs");
    writeFileSync(script, code);
    const result = await machine({
      "profile dev": { ...at(), credential_process: `"${process.execPath}" "${script}"` },
    }).connect("dev");
    expect(result).toMatchObject(failing({ kind: "retry" }, /credential_process/));
    expect(JSON.stringify(result)).not.toContain("canary");
  });

  test("MFA: no code, a wrong code", async () => {
    const config = {
      "profile base": { region: "us-east-1" },
      "profile dev": {
        ...at(),
        role_arn: role,
        source_profile: "base",
        mfa_serial: "arn:aws:iam::123456789012:mfa/dev",
      },
    };
    const scene = (code: string | undefined) => machine(config, { base: keys }, {}, { mfaCode: async () => code });
    expect(await scene(undefined).connect("dev")).toMatchObject(failing({ kind: "retry" }, /No MFA code/, "cancelled"));
    expect(proxy.calls).toEqual([]);
    stsError("AssumeRole", "AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.");
    expect(await scene("000000").connect("dev")).toMatchObject(
      failing({ kind: "retry" }, /did not accept the MFA code/),
    );
  });

  test("a role that may not be assumed", async () => {
    const scene = machine(
      { "profile base": { region: "us-east-1" }, "profile dev": { ...at(), role_arn: role, source_profile: "base" } },
      { base: keys },
    );
    stsError("AssumeRole", "AccessDenied", "User is not authorized to perform: sts:AssumeRole");
    expect(await scene.connect("dev")).toMatchObject(failing(other, /did not let dev assume its role/));
  });

  test("a web identity that is not accepted, and a token file that is not there", async () => {
    const scene = machine({
      "profile dev": { ...at(), role_arn: role, web_identity_token_file: join(folder, "token") },
    });
    writeFileSync(join(folder, "token"), "canary-web-identity-token");
    stsError("AssumeRoleWithWebIdentity", "InvalidIdentityToken", "No OpenIDConnect provider found");
    expect(await scene.connect("dev")).toMatchObject(failing(other, /assume its role/));
    const lacking = machine({
      "profile dev": { ...at(), role_arn: role, web_identity_token_file: join(folder, "nowhere") },
    });
    expect(await lacking.connect("dev")).toMatchObject(failing(other, /web identity token/));
  });

  test.each(["ExpiredToken", "InvalidClientTokenId", "SignatureDoesNotMatch"])(
    "keys that STS answers with %s",
    async (code) => {
      const scene = machine({ "profile dev": at() }, { dev: keys });
      stsError("GetCallerIdentity", code, "no");
      expect(await scene.connect("dev")).toMatchObject(failing(other, /does not accept the credentials of dev/));
    },
  );

  test("no files, no such profile, no credentials, no region, no such service section", async () => {
    const nowhere = createDeploy({ env: { HOME: join(folder, "nowhere") }, journal: memoryJournal() });
    expect(await nowhere.listProfiles()).toMatchObject(
      failing({ kind: "open" }, /There is no AWS profile: .*config and .*credentials/, "config"),
    );
    const scene = machine(
      {
        default: at(),
        "profile empty": at(),
        "profile adrift": {},
        "profile lost": { region: "us-east-1", services: "gone" },
      },
      { adrift: keys, lost: keys, default: keys },
    );
    expect(await scene.connect("typo")).toMatchObject(failing(other, /no profile "typo"/, "config"));
    expect(await scene.connect("empty")).toMatchObject(failing(other, /holds no credentials/));
    expect(await scene.connect("adrift", "local_abc")).toMatchObject(failing(other, /No region is known/, "region"));
    expect(await scene.connect("lost")).toMatchObject(failing(other, /services gone/, "config"));
    expect(proxy.calls).toEqual([]);
  });

  test("a config file that cannot be read", async () => {
    const deploy = createDeploy({ env: { HOME: folder, AWS_CONFIG_FILE: folder }, journal: memoryJournal() });
    expect(await deploy.listProfiles()).toMatchObject(
      failing({ kind: "retry" }, /cannot be read: it is a folder/, "config"),
    );
  });
});

describe("calls go where the chosen profile says, and nowhere else", () => {
  test("not to the endpoint of the profile that AWS_PROFILE names", async () => {
    await using elsewhere = await startCountProxy(proxy.url);
    const config = { "profile dev": at(), "profile other": { region: "us-east-1", endpoint_url: elsewhere.url } };
    const scene = machine(config, { dev: keys, other: keys }, { AWS_PROFILE: "other" });
    const connection = await scene.connect("dev");
    if (!connection.ok) expect.fail(connection.problem.message);
    await scene.deploy.listPools(connection.value);
    expect(elsewhere.calls).toEqual([]);
    expect(proxy.calls).toEqual(["GetCallerIdentity", "ListUserPools"]);
    expect(await scene.deploy.listProfiles()).toMatchObject({
      ok: true,
      value: {
        profiles: [
          { label: "dev", named: false },
          { label: "other", named: true },
        ],
      },
    });
  });

  test("the region is the pool's; the profile's other one is said", async () => {
    const scene = machine({ "profile dev": { ...at(), region: "eu-west-1" } }, { dev: keys });
    const connection = await scene.connect("dev", "ap-southeast-2_aaaaaaaaa");
    if (!connection.ok) expect.fail(connection.problem.message);
    expect(connection.value.where("ap-southeast-2_aaaaaaaaa")).toMatchObject({
      region: "ap-southeast-2",
      partition: "aws",
      regionNote: expect.stringContaining("eu-west-1"),
    });
    expect(connection.value.where("local_abc")).toMatchObject({ region: "ap-southeast-2" });
    expect(connection.value.where("us-gov-west-1_abc")).toMatchObject({ partition: "aws-us-gov" });
  });
});

const ssoProfile = { region: "us-east-1", sso_account_id: "123456789012", sso_role_name: "Dev", sso_session: "corp" };
const startUrl = "https://corp.awsapps.com/start";

function ssoMachine(form: string, portal: string, ports: Partial<Ports> = {}) {
  const session = { sso_start_url: startUrl, sso_region: "us-east-1" };
  const { sso_session, ...account } = ssoProfile;
  const dev = { ...at(), ...account, ...(form === "legacy" ? session : { sso_session }) };
  return machine(
    { "profile dev": dev, ...(form === "legacy" ? {} : { "sso-session corp": session }) },
    {},
    { AWS_ENDPOINT_URL_SSO: portal },
    ports,
  );
}

function writeSsoToken(home: string, form: string, expiresAt: string): void {
  const cache = join(home, ".aws", "sso", "cache");
  mkdirSync(cache, { recursive: true });
  const name = createHash("sha1")
    .update(form === "legacy" ? startUrl : "corp")
    .digest("hex");
  writeFileSync(
    join(cache, `${name}.json`),
    JSON.stringify({ startUrl, region: "us-east-1", accessToken: "canary-sso-token", expiresAt }),
  );
}

/** The SSO portal's one call: https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html */
async function startPortal(status: number | "never") {
  const roleCredentials = {
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    secretAccessKey: "canary-secret-key",
    sessionToken: "canary-session",
    expiration: 4_070_908_800_000,
  };
  const server = createServer((_request, response) => {
    if (status === "never") return;
    const headers = status === 200 ? {} : { "x-amzn-errortype": "UnauthorizedException" };
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(status === 200 ? { roleCredentials } : { message: "Session token not found or invalid" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
