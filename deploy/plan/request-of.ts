import {
  clientsIn,
  defaultSettings,
  mergePatch,
  type PoolFacts,
  parseSpec,
  type Settings,
  type Span,
  specOf,
} from "../../server/src/engine/index.ts";
import type { Json, JsonObject } from "../json.ts";
import { fail, ok, type Result, type SpecFinding } from "../problem.ts";
import type { Asked } from "./change.ts";
import { toRequest } from "./request.ts";
import type { SpecSource } from "./source.ts";
import { findingsOf, placeholders, specProblem } from "./wanted.ts";

/** One app client of a spec for one environment. */
export interface Merged extends Asked {
  /** Base and patch, laid over each other. May hold the spec's own secret. */
  readonly request: JsonObject;
  /** The findings of the merged request as the update that it is, with what is known of the pool. */
  findings(settings: Settings | undefined, facts: PoolFacts | undefined): readonly SpecFinding[];
}

/**
 * The request of one app client of a file, with an environment's merge patch (RFC 7396) laid over it. What the file alone
 * lacks or has wrong does not matter; what the merged request does.
 * @param index zero-based place in the file.
 */
export function mergedRequest(source: SpecSource, index: number, set: JsonObject | undefined): Result<Merged> {
  const document = parseSpec(source.text, source.dialect);
  const clients = clientsIn(document);
  const several = clients[0]?.path.length !== 0;
  const which = several ? `${source.name}, app client ${index + 1}` : source.name;
  const client = clients[index];
  if (!client) return fail(specProblem(`${which}: there is no such app client.`));
  const spec = specOf(client);
  const problem = spec.problems.find(({ code }) => code !== "json-comment");
  if (problem) return fail(specProblem(`${which} cannot be read: ${problem.message}`));
  const plain = toRequest(client);
  if (!plain || spec.shape.kind === "client-store") return fail(specProblem(`${which} holds no app client.`));
  const request = (set === undefined ? plain.request : mergePatch(plain.request as never, set as never)) as JsonObject;
  const open = plain.unsendable.filter(({ path }) => set === undefined || at(request, path) === null);
  if (open.length > 0) return fail(placeholders(which, client, open, document));
  const span = client.root?.span ?? { start: 0, end: 0 };
  return ok({
    index,
    several,
    root: spec.path,
    span: { start: client.base + span.start, end: client.base + span.end },
    request,
    findings(settings = defaultSettings, facts) {
      if (set === undefined) return findingsOf({ client, poolChosen: true, exists: true }, settings, facts);
      return ofRequest(request, settings, facts, { start: client.base + span.start, end: client.base + span.end });
    },
  });
}

/** Of a request that stands in no file as it is: the findings are the whole app client's. */
function ofRequest(request: JsonObject, settings: Settings, facts: PoolFacts | undefined, span: Span): SpecFinding[] {
  const [client] = clientsIn(parseSpec(JSON.stringify(request), "json"));
  if (!client) return [];
  return findingsOf({ client, poolChosen: true, exists: true }, settings, facts).map((finding) => ({
    ...finding,
    span,
  }));
}

function at(value: Json, path: readonly (string | number)[]): Json | undefined {
  let here: Json | undefined = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Readonly<Record<string | number, Json>>)[step];
  }
  return here;
}
