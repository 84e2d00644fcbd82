import type { AppClient } from "../../clients/app-client.ts";
import { clientsIn } from "../../clients/clients-in.ts";
import { linkedInPool } from "../../clients/linked-in-pool.ts";
import type { PoolFacts } from "../../clients/pool-facts.ts";
import type { Link } from "../../config/environments/file.ts";
import type { PlainValue } from "../../document/edit/emit.ts";
import { findMember, type ObjectNode, type Path, type Span, type SpecNode } from "../../document/node.ts";
import { parseSpec } from "../../document/parse.ts";
import { applyEdits } from "../../document/text-edit.ts";
import type { Finding } from "../../lint/finding.ts";
import type { Settings } from "../../lint/settings.ts";
import { findingsIn } from "../check.ts";
import type { CheckContext } from "../check-context.ts";
import { type CauseOf, causeInSet } from "./cause-in-set.ts";
import type { Target } from "./linked.ts";
import { existsIn, mergedRequest, type PlainObject, requestOf, requestWith } from "./merged.ts";

/** What the merged request has wrong, and the file alone has not: so it is the environment's to mend. */
export interface MergedFinding extends Pick<Finding, "rule" | "severity" | "message" | "span" | "path" | "data"> {
  /** `idOf` of the merged request's own finding. */
  readonly id: string;
  /** How the merged request could be without it, computed when asked for. Nobody has tried them yet. */
  readonly mends: () => readonly Mend[];
}

/** What a fix makes of the merged request: it stands in no file, so somebody has to say it in `set`. */
export interface Mend {
  readonly title: string;
  readonly safe: boolean;
  readonly before: PlainObject;
  readonly after: PlainObject;
}

/**
 * Spans are the environments file's: the member of `set` that says it, or else the environment's name. Kept as long as neither
 * the app client nor the environment's entry changes.
 */
export function mergedFindings(client: AppClient, target: Target, context: CheckContext): readonly MergedFinding[] {
  const { environment, link } = target;
  const pool = environment.pool === undefined ? undefined : context.facts?.get(environment.pool);
  const kept = memo.get(link.member);
  if (kept?.content === client.content && kept.settings === context.settings && kept.pool === pool)
    return kept.findings;
  const exists = existsIn(client, link);
  const known = new Set(findingsOf(baseRequest(client), { settings: context.settings, exists }).map(idOf));
  const judged = { settings: context.settings, chosenPool: linkedPool(pool, link), exists };
  const causeOf = link.set
    ? causeInSet(link.set, (set) => findingsOf(requestWith(client, environment, set), judged))
    : () => undefined;
  const findings = findingsOf(mergedRequest(client, environment, link), judged)
    .filter((finding) => !known.has(idOf(finding)))
    .map((finding) => placed(finding, target, causeOf));
  memo.set(link.member, { content: client.content, settings: context.settings, pool, findings });
  return findings;
}
const memo = new WeakMap<object, Kept>();

interface Kept {
  readonly content: object;
  readonly settings: Settings;
  readonly pool: PoolFacts | undefined;
  readonly findings: readonly MergedFinding[];
}

/** What is known of an environment's pool, for the app client that the link leads to. */
export function linkedPool(pool: PoolFacts | undefined, { id }: Pick<Link, "id">): PoolFacts | undefined {
  return pool && id !== undefined ? linkedInPool(pool, [id]) : pool;
}

/** A request that stands in no file: its spans mean nothing, its paths do. */
export function findingsOf(request: PlainValue, context: CheckContext): readonly Finding[] {
  const [client] = clientsIn(parseSpec(JSON.stringify(request, null, 2), "json"));
  return client ? findingsIn(client, context) : [];
}

/** What the spec says by itself, without the id that no merged request has: what that id alone makes wrong, the spec tells. */
export function baseRequest(client: AppClient): PlainObject {
  const { ClientId: _, ...request } = requestOf(client);
  return request;
}

/** The same fault of the base and of the merged request; the values in the messages tell two faults of one member apart. */
export const idOf = ({ rule, path, message }: Finding): string => JSON.stringify([rule.id, path, message]);

function placed(finding: Finding, { environment, link, spec }: Target, causeOf: CauseOf): MergedFinding {
  const entry = ["clients", spec.key, environment.name];
  const said = link.set && (deepest(link.set, finding.path) ?? takenAway(link.set, finding) ?? caused(link.set));
  function caused(set: ObjectNode) {
    const cause = causeOf(finding);
    return cause && deepest(set, cause);
  }
  const { rule, severity, data } = finding;
  return {
    rule,
    severity,
    id: idOf(finding),
    ...(data && { data }),
    mends: () => mendsOf(finding),
    message: `${environment.name}: ${finding.message}`,
    span: said?.span ?? link.environmentSpan,
    path: said ? [...entry, "set", ...said.path] : entry,
  };
}

function mendsOf({ client, fixes }: Finding): readonly Mend[] {
  if (!client || !fixes) return [];
  const { text } = client.part;
  return fixes().flatMap(({ title, safe, edits }) => {
    const [mended] = clientsIn(parseSpec(applyEdits(text, edits), "json"));
    return mended ? [{ title, safe, before: requestOf(client), after: requestOf(mended) }] : [];
  });
}

/**
 * Where the environments file says a member of the merged request.
 * @param path from the request.
 * @returns nothing where the spec says it
 */
export function placeInSet(
  { environment, link, spec }: Target,
  path: Path,
): { readonly path: Path; readonly span: Span } | undefined {
  const said = link.set && deepest(link.set, path);
  return said && { path: ["clients", spec.key, environment.name, "set", ...said.path], span: said.span };
}

/** How far a path leads into `set`; a list there replaces the whole of the spec's, so its items are its own. */
function deepest(set: ObjectNode, path: Path): { span: Span; path: Path } | undefined {
  let node: SpecNode | undefined = set;
  let found: { span: Span; path: Path } | undefined;
  for (const [depth, step] of path.entries()) {
    const at: Path = path.slice(0, depth + 1);
    if (typeof step === "string") {
      const member = findMember(node, step);
      if (!member) break;
      node = member.value;
      found = { path: at, span: node && node.span.end > node.span.start ? node.span : member.keySpan };
    } else {
      node = node?.kind === "array" ? node.items[step] : undefined;
      if (!node) break;
      found = { path: at, span: node.span };
    }
  }
  return found;
}

/** What is missing because `set` removes it (`ClientName: null`) is told there. */
function takenAway(set: ObjectNode, { data }: Finding): { span: Span; path: Path } | undefined {
  const name = Object.values(data ?? {}).find((value) => typeof value === "string" && findMember(set, value));
  return typeof name === "string" ? deepest(set, [name]) : undefined;
}
