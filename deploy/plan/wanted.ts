import {
  type AppClient,
  clientsIn,
  defaultSettings,
  findingsIn,
  isMissingPool,
  type PoolFacts,
  parseSpec,
  type Settings,
  type SpecDocument,
  specOf,
} from "../../server/src/engine/index.ts";
import type { JsonObject } from "../json.ts";
import type { Problem, Result, SpecFinding } from "../problem.ts";
import { fail, ok } from "../problem.ts";
import type { PlanOptions } from "./plan.ts";
import { toRequest, type Unsendable } from "./request.ts";
import type { SpecSource } from "./source.ts";

/** One app client that a file asks for. */
export interface Wanted {
  readonly client: AppClient;
  readonly index: number;
  readonly poolId: string;
  readonly poolChosen: boolean;
  /** With the chosen pool's id where the spec names none. Holds the spec's secret, if it has one. */
  readonly request: JsonObject;
  /** Steps from the app client's root to the request, when it is wrapped. */
  readonly root: readonly (string | number)[];
  /** The file holds several, so that paths begin with `index`. */
  readonly several: boolean;
}

type Options = Pick<PlanOptions, "poolId" | "only" | "settings" | "judge">;

/** The requests of a file as they would be sent, or what stops them: findings of severity error, placeholders, nothing there. */
export function wantedOf(source: SpecSource, options: Options): Result<readonly Wanted[]> {
  const document = parseSpec(source.text, source.dialect);
  const clients = [...clientsIn(document).entries()].filter(([index]) => !options.only || options.only.includes(index));
  // A missing pool is asked for below, not told as a fault.
  const findings = clients.flatMap(
    ([, client]) => options.judge?.(undefined) ?? findingsOf({ client, poolChosen: true }, options.settings),
  );
  const stopped = stoppedBy(findings, source.name);
  if (stopped) return fail(stopped);

  const wanted: Wanted[] = [];
  for (const [index, client] of clients) {
    const which = client.path.length === 0 ? source.name : `${source.name}, app client ${index + 1}`;
    const item = wantedItem(client, index, which, document, options.poolId);
    if (!item.ok) return item;
    wanted.push(item.value);
  }
  return wanted.length > 0
    ? ok(wanted)
    : fail(specProblem(`${source.name} holds no app client: there is nothing to create.`));
}

function wantedItem(
  client: AppClient,
  index: number,
  which: string,
  document: SpecDocument,
  chosen: string | undefined,
): Result<Wanted> {
  const spec = specOf(client);
  const problem = spec.problems.find(({ code }) => code !== "json-comment");
  if (problem)
    return fail(
      specProblem(`${which}, line ${lineAt(document.text, client.base + problem.span.start)}: ${problem.message}`),
    );
  const plain = toRequest(client);
  if (!plain || spec.shape.kind === "client-store")
    return fail(specProblem(`${which} holds no app client: there is nothing to create.`));
  if (spec.shape.kind === "describe" || spec.operation === "update") {
    return fail(
      specProblem(
        `${which} describes an app client that exists already: it has a ClientId. Remove what only AWS sets to create a new one.`,
      ),
    );
  }
  if (plain.unsendable.length > 0) return fail(placeholders(which, client, plain.unsendable, document));
  const named = plain.request["UserPoolId"];
  const poolId = named ?? chosen;
  if (poolId === undefined) {
    return fail({
      kind: "spec",
      message: `${which} names no UserPoolId. Choose a user pool.`,
      next: { kind: "choose-pool" },
    });
  }
  if (typeof poolId !== "string" || !/^[\w-]+_[0-9a-zA-Z]+$/.test(poolId)) {
    return fail(specProblem(`${which}: UserPoolId must be the id of a user pool, such as eu-west-1_AbCdEfGhI.`));
  }
  const request = named === undefined ? { UserPoolId: poolId, ...plain.request } : plain.request;
  if (typeof request["ClientName"] !== "string") return fail(specProblem(`${which} has no ClientName. Give it one.`));
  const several = client.path.length > 0;
  return ok({ client, index, poolId, poolChosen: named === undefined, request, root: spec.path, several });
}

/** The findings of one app client, in the file's offsets. A missing UserPoolId is no fault once a pool is chosen. */
export function findingsOf(
  { client, poolChosen, exists }: Pick<Wanted, "client" | "poolChosen"> & { readonly exists?: boolean },
  settings: Settings = defaultSettings,
  facts?: PoolFacts,
): SpecFinding[] {
  return findingsIn(client, { settings, chosenPool: facts, exists })
    .filter((finding) => !(poolChosen && isMissingPool(finding)))
    .map(({ rule, severity, message, path, span }) => ({ ruleId: rule.id, severity, message, path, span }));
}

/** @returns why these findings stop a create, or `undefined` when none is an error. */
export function stoppedBy(findings: readonly SpecFinding[], name: string): Problem | undefined {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return undefined;
  const count = errors.length === 1 ? "one error" : `${errors.length} errors`;
  return { ...specProblem(`${name} has ${count} that AWS would refuse. Correct them first.`), findings: errors };
}

export function placeholders(
  which: string,
  client: AppClient,
  unsendable: readonly Unsendable[],
  document: SpecDocument,
): Problem {
  const places = unsendable.map(
    ({ path, span, what }) => `${path.join(".")} (line ${lineAt(document.text, client.base + span.start)}) is ${what}`,
  );
  const shown = places.slice(0, 5).join("; ");
  const more = places.length > 5 ? `; and ${places.length - 5} more` : "";
  return {
    ...specProblem(`${which} cannot be sent as it stands: ${shown}${more}. Write the value that AWS shall get.`),
    blame: unsendable.map(({ path }) => ({ path })),
  };
}

export function specProblem(message: string): Problem {
  return { kind: "spec", message, next: { kind: "fix-spec" } };
}

/** One-based. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
