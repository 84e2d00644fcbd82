import { clientsIn } from "../clients/clients-in.ts";
import type { PlainValue } from "../document/edit/emit.ts";
import { isSamePath, type Path } from "../document/node.ts";
import { parseSpec } from "../document/parse.ts";
import { rules } from "../lint/registry.ts";
import type { AwsRefusal, Rule } from "../lint/rule.ts";
import { type Spec, specOf } from "../reading/spec.ts";

export type Request = Readonly<Record<string, PlainValue>>;

/** A part of the request that AWS's words are about, and the rule that explains them. Paths count from the request's root. */
export interface Blame {
  readonly path: Path;
  readonly ruleId?: string;
}

/** @returns the parts of the request that AWS's words are about; none when they name nothing that is in it. */
export function blameOf(exception: string, message: string, request: Request): Blame[] {
  const constraints = brokenConstraints(message);
  if (constraints.length > 0) return constraints.flatMap((broken) => blameOfConstraint(exception, broken, request));
  const found = bestOf(exception, message, specOfRequest(request), request);
  return found ? blamed(found.places, found.rule.id) : byException(exception, request);
}

/** How far a rule that knows AWS's words can say what they are about; the surest first. */
const certainties = [
  "found by the rule",
  "named, and only the pool knows why",
  "named",
  "of the members in question",
] as const;

interface Candidate {
  readonly rule: Rule;
  readonly places: readonly Path[];
  readonly certainty: (typeof certainties)[number];
}

function bestOf(exception: string, message: string, spec: Spec | undefined, request: Request): Candidate | undefined {
  const candidates = rules.flatMap((rule) =>
    (rule.refusals ?? [])
      .filter((refusal) => refusal.exception === exception)
      .flatMap((refusal) => candidate(rule, refusal, message, spec, request)),
  );
  for (const certainty of certainties) {
    const best = candidates.find((each) => each.certainty === certainty);
    if (best) return best;
  }
  return undefined;
}

function candidate(
  rule: Rule,
  { message: words, blames = [] }: AwsRefusal,
  message: string,
  spec: Spec | undefined,
  request: Request,
): Candidate[] {
  const varying = pattern(words).exec(message)?.slice(1);
  if (!varying) return [];
  const among = blames.length === 0 ? request : only(request, blames);
  const named = placesOf(among, (value) => typeof value === "string" && value !== "" && varying.includes(value));
  const found = spec && !rule.poolAware ? [...rule.check(spec)].map(({ path }) => path) : [];
  const agreed = found.filter((path) => named.some((place) => isSamePath(place, path)));
  if (agreed.length > 0 || (found.length > 0 && named.length === 0))
    return [{ rule, places: agreed.length > 0 ? agreed : found, certainty: "found by the rule" }];
  if (named.length > 0)
    return [{ rule, places: named, certainty: rule.poolAware ? "named, and only the pool knows why" : "named" }];
  const present = blames.filter((name) => request[name] !== undefined).map((name) => [name]);
  return present.length > 0 ? [{ rule, places: present, certainty: "of the members in question" }] : [];
}

/** `…` stands for what varies; a full stop at the end is not always there. */
function pattern(words: string): RegExp {
  const literal = words.replace(/\.$/, "").split("…");
  const escaped = literal.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join("(.*?)")}\\.?$`, "su");
}

interface Broken {
  readonly member: string;
  readonly constraint: string;
}

/** `2 validation errors detected: Value '…' at 'clientName' failed to satisfy constraint: Member must …; Value …` */
function brokenConstraints(message: string): Broken[] {
  const each = message.matchAll(/ at '([\w.]+)' failed to satisfy constraint: ([^;]*)/g);
  return [...each].map(([, member = "", constraint = ""]) => ({ member, constraint }));
}

function blameOfConstraint(exception: string, { member, constraint }: Broken, request: Request): Blame[] {
  const path = memberPath(member, request);
  // An item is named as `callbackURLs.2.member`, and its list is what the rules know.
  const list = member.replace(/\.\d+\.member$/, "");
  const words = list === member ? constraint : `Member must satisfy constraint: [${constraint}]`;
  const alone = `1 validation error detected: Value at '${list}' failed to satisfy constraint: ${words}`;
  const rule = rules.find((each) =>
    each.refusals?.some((refusal) => refusal.exception === exception && pattern(refusal.message).test(alone)),
  );
  return path.length > 0 ? blamed([path], rule?.id) : [];
}

/** AWS writes members in lower camel case, list items as `callbackURLs.2.member` (from one). */
function memberPath(member: string, request: Request): Path {
  const path: (string | number)[] = [];
  let value: PlainValue | undefined = request;
  for (const step of member.split(".")) {
    if (Array.isArray(value) && /^\d+$/.test(step)) {
      path.push(Number(step) - 1);
      value = value[Number(step) - 1];
    } else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const object = value as Request;
      const key = Object.keys(object).find((name) => name.toLowerCase() === step.toLowerCase());
      if (key === undefined) break;
      path.push(key);
      value = object[key];
    } else break;
  }
  return path;
}

/** What an exception is about when nobody knows its words. */
const subjects: Readonly<
  Record<string, { readonly member: string; readonly item?: string; readonly ruleId?: string }>
> = {
  ResourceNotFoundException: { member: "UserPoolId", ruleId: "pool-not-found" },
  InvalidOAuthFlowException: { member: "AllowedOAuthFlows" },
  ScopeDoesNotExistException: { member: "AllowedOAuthScopes" },
  FeatureUnavailableInTierException: { member: "ExplicitAuthFlows", item: "ALLOW_USER_AUTH", ruleId: "user-auth-tier" },
};

function byException(exception: string, request: Request): Blame[] {
  const subject = Object.hasOwn(subjects, exception) ? subjects[exception] : undefined;
  const value = subject && request[subject.member];
  if (!subject || value === undefined) return [];
  const { member, item, ruleId } = subject;
  if (item === undefined) return blamed([[member]], ruleId);
  const items = Array.isArray(value) ? placesOf({ [member]: value }, (each) => each === item) : [];
  return blamed(items, ruleId);
}

function blamed(places: readonly Path[], ruleId: string | undefined): Blame[] {
  return places.map((path) => ({ path, ...(ruleId !== undefined && { ruleId }) }));
}

/** Every place of a request whose value is looked for. */
function placesOf(value: PlainValue, isSought: (value: PlainValue) => boolean, path: Path = []): Path[] {
  if (isSought(value)) return [path];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, isSought, [...path, index]));
  return Object.entries(value).flatMap(([key, member]) => placesOf(member, isSought, [...path, key]));
}

function only(request: Request, names: readonly string[]): Request {
  return Object.fromEntries(Object.entries(request).filter(([name]) => names.includes(name)));
}

/** The request as the rules read one. */
function specOfRequest(request: Request): Spec | undefined {
  const [client] = clientsIn(parseSpec(JSON.stringify(request), "json"));
  return client && specOf(client);
}
