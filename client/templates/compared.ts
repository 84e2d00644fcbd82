import type { Difference, Json, JsonObject } from "../../deploy/index.ts";
import type { TemplateAppClient } from "../../server/src/protocol.ts";
import { comparison } from "../create/comparison.ts";

export interface Compared {
  readonly asked: string;
  readonly found: string;
  /** Properties whose change replaces the app client. */
  readonly replaces: readonly string[];
  /** Of all differences. */
  readonly count: number;
}

interface LiveClient {
  readonly settings: JsonObject;
  readonly hasSecret?: boolean;
}

/**
 * A template's app client beside what AWS has. What the deploy decides is not compared, and says so on both sides; what replaces the
 * app client comes first.
 */
export function compared(
  { members, elsewhere }: TemplateAppClient,
  live: LiveClient,
  poolId: string,
  differences: (request: JsonObject, client: LiveClient) => Difference[],
): Compared {
  const { UserPoolId: pool, ...request } = members as JsonObject;
  const { hasSecret, ...shown } = live;
  const open = new Set(elsewhere.map(({ name }) => name));
  // CloudFormation makes up a name where there is none, and a unit that is not known leaves its numbers unknown.
  const isOpen = (name: string) =>
    open.has(name) ||
    (name === "ClientName" && request["ClientName"] === undefined) ||
    (open.has("TokenValidityUnits") && name.endsWith("Validity"));
  const real = differences(request, {
    ...shown,
    ...(hasSecret !== undefined && !open.has("GenerateSecret") && { hasSecret }),
  }).filter(({ path }) => !isOpen(path[0] ?? ""));
  const otherPool = typeof pool === "string" && pool !== poolId;
  const isOtherSecret = real.some(({ path }) => path[0] === "GenerateSecret");
  const replaces = [...(isOtherSecret ? ["GenerateSecret"] : []), ...(otherPool ? ["UserPoolId"] : [])];
  const first = (settings: JsonObject, secret: boolean | undefined, its: Json | undefined): JsonObject => {
    const { GenerateSecret: _, ...rest } = settings;
    const decided = Object.fromEntries(elsewhere.map(({ name, by }) => [name, `set by ${by}`]));
    return {
      ...(isOtherSecret && secret !== undefined && { GenerateSecret: secret }),
      ...(otherPool && its !== undefined && { UserPoolId: its }),
      ...Object.fromEntries(Object.entries(rest).filter(([name]) => !open.has(name))),
      ...decided,
    };
  };
  const texts = comparison(
    first(request, request["GenerateSecret"] === true, pool),
    first(live.settings, hasSecret, poolId),
    otherPool ? [...real, { path: ["UserPoolId"], asked: pool, found: poolId }] : real,
  );
  return { ...texts, replaces, count: real.length + Number(otherPool) };
}
