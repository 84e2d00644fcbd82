import { expect, test } from "vitest";
import { passOn } from "../support/count-proxy.ts";
import { faults, only } from "../support/fault-proxy.ts";
import { accounts, type LifecycleScene, lifecycleScene, type Ran } from "../support/lifecycle-scene.ts";
import { random } from "../support/storm.ts";
import { omittedAnswers } from "../support/strict-cognito/index.ts";

/**
 * Updates, creates, deletes and changes of secrets by commands that are processes of their own, each with a fault drawn at
 * random and then once more without one, so that only what is on disk carries over. Whatever happens: one effect at most, the
 * exit code is true, nothing changes that the spec does not declare, and no secret stands anywhere.
 * `CLI_RUNS=1000` runs more of them, `SEED=n` repeats a run.
 */
const RUNS = Number(process.env["CLI_RUNS"] ?? 40);
/** A process mostly waits: for look-ups a second apart, and for its own patience. */
const WORKERS = Math.min(16, Math.ceil(RUNS / 5));
const seed = Number(process.env["SEED"] ?? 20_261_126);

/** Those that the command line's own patience (30 s) outlasts. */
const known = faults(0).filter(({ late }) => late !== true);
const undeclared = {
  AuthSessionValidity: 5,
  EnableTokenRevocation: false,
  RefreshTokenValidity: 90,
  LogoutURLs: ["https://a.example/out"],
};
const live = { ClientName: "web", CallbackURLs: ["https://a.example/cb"], ...undeclared };
const wish = "https://b.example/cb";

interface Act {
  readonly name: string;
  readonly operation: string;
  readonly secrets: 0 | 1 | 2;
  args(secretId: string): readonly string[];
  /** How often it has happened, by the server's truth. */
  happened(scene: LifecycleScene, id: string): number;
}

const secretsOf = ({ strict }: LifecycleScene, id: string) => strict.pool.appClients.get(id)?.secrets ?? [];
const file = "web.cognito-client.yaml";
const acts: readonly Act[] = [
  {
    name: "update",
    operation: "UpdateUserPoolClient",
    secrets: 1,
    args: () => ["apply", "--env", "dev", "--yes", "--output", "json", file],
    happened: ({ strict }, id) => (strict.truth(id)?.CallbackURLs?.[0] === wish ? 1 : 0),
  },
  {
    name: "create",
    operation: "CreateUserPoolClient",
    secrets: 0,
    args: () => ["apply", "--env", "dev", "--yes", "--link", file],
    happened: ({ strict }) =>
      [...strict.pool.appClients.values()].filter(({ settings }) => settings["ClientName"] === "web").length,
  },
  {
    name: "delete",
    operation: "DeleteUserPoolClient",
    secrets: 1,
    args: () => ["delete", "--env", "dev", "--confirm", "web", file],
    happened: ({ strict }, id) => (strict.truth(id) ? 0 : 1),
  },
  {
    name: "add a secret",
    operation: "AddUserPoolClientSecret",
    secrets: 1,
    args: () => ["secrets", "add", "--env", "dev", "--yes", "--show-secret", file],
    happened: (scene, id) => secretsOf(scene, id).length - 1,
  },
  {
    name: "delete a secret",
    operation: "DeleteUserPoolClientSecret",
    secrets: 2,
    args: (secretId) => ["secrets", "delete", secretId, "--env", "dev", "--yes", "--output", "json", file],
    happened: (scene, id) => 2 - secretsOf(scene, id).length,
  },
];

/** What was run and what came of it, for whoever runs many. */
const counted = new Map<string, number>();

test(`${RUNS} commands with a fault, each once more without one: never a wrong claim, never a second effect`, {
  timeout: 20_000 + RUNS * 20_000,
}, async () => {
  const lies = (await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)))).flat();
  if (process.env["CLI_RUNS"] !== undefined) for (const [what, count] of [...counted].sort()) console.log(what, count);
  expect(lies).toEqual([]);
});

async function work(worker: number): Promise<string[]> {
  await using scene = await lifecycleScene();
  const choose = random(seed + worker);
  const pick = <T>(list: readonly T[]): T => list[choose(list.length)] as T;
  const lies: string[] = [];
  for (let run = worker; run < RUNS; run += WORKERS) {
    const [act, fault, omitted] = [pick(acts), pick(known), pick(omittedAnswers)];
    const what = `run ${run}: ${act.name}, ${fault.name}, ${omitted}`;
    scene.strict.knobs.omitted = omitted;
    scene.strict.pool.appClients.clear();
    scene.forget();
    const id = act.name === "create" ? "" : scene.strict.addAppClient(live, { secrets: act.secrets }).id;
    const values = new Set(secretsOf(scene, id).map(({ value }) => value));
    const secretId = secretsOf(scene, id)[0]?.id ?? "";
    scene.write(file, `ClientName: web\nCallbackURLs: [${wish}]\n`);
    scene.write(
      "cognito-client.environments.yaml",
      `environments:\n  dev: { account: "${accounts.dev}", pool: ${scene.strict.poolId} }\nclients:\n  ${file}: { dev: { ${id && `id: ${id}`} } }\n`,
    );
    for (const conduct of [only(act.operation, fault.conduct, passOn), passOn]) {
      scene.proxy.reset();
      scene.proxy.conduct = conduct;
      const before = act.happened(scene, id);
      const ran = await scene.cli(...act.args(secretId));
      scene.proxy.conduct = passOn;
      const after = act.happened(scene, id);
      const came = `${act.name}, ${conduct === passOn ? "again" : "faulted"}: exit ${ran.code}`;
      counted.set(came, (counted.get(came) ?? 0) + 1);
      const wrong = wrongIn(ran, before, after);
      if (wrong !== undefined) lies.push(`${what}: ${wrong}\n${ran.out}\n${ran.err}`);
      for (const { value } of secretsOf(scene, id)) values.add(value);
      const said = ran.err + scene.state() + (act.name === "add a secret" ? "" : ran.out);
      for (const value of values) if (said.includes(value)) lies.push(`${what}: a secret is told`);
      const truth = id ? scene.strict.truth(id) : undefined;
      if (truth) expect(truth, what).toMatchObject(undeclared);
    }
  }
  return lies;
}

/** @returns what an exit code claims that is not so */
function wrongIn({ code }: Ran, before: number, after: number): string | undefined {
  if (after > 1 || after < before) return `it happened ${after} times`;
  if (code === 0 && after !== 1) return "0, and it has not happened";
  if (code === 1 && after !== before) return "1, and it has happened";
  return code === 0 || code === 1 || code === 3 ? undefined : `exit code ${code}`;
}
