import type { Property } from "../catalogue/entry.ts";
import type { Token } from "../catalogue/lifetime.ts";
import { homeOf, intendedMember } from "../catalogue/member-names.ts";
import { properties } from "../catalogue/properties.ts";
import type { AppClient, AppClientContent, Target } from "../clients/app-client.ts";
import type { PoolFacts } from "../clients/pool-facts.ts";
import type { Shape } from "../clients/shape.ts";
import { commentsOf } from "../document/comments.ts";
import type { ArrayNode, ObjectNode, Span } from "../document/node.ts";
import type { Comment, Part, SyntaxProblem } from "../document/part.ts";
import { type Tabs, tabsOf } from "../document/tabs.ts";
import { type Application, inferApplication } from "./application.ts";
import { type Field, Fields, type Items, type Path, type Ternary } from "./fields.ts";
import { type Lifetime, readLifetime } from "./lifetime.ts";
import type { TemplateReading } from "./template-reading.ts";

/**
 * One app client as the rules and features see it: the request's members, whatever they are wrapped in, read once.
 * Everything on it is computed at most once; nothing walks the document again.
 */
export class Spec extends Fields {
  readonly client: AppClientContent;
  /** The text that its spans are offsets of. */
  readonly part: Part;
  readonly shape: Shape;
  readonly target: Target;
  readonly operation: "create" | "update";
  /** What the parser objects to within its extent. */
  readonly problems: readonly SyntaxProblem[];
  /** What is known of its user pool; `undefined` when nothing is. */
  readonly pool: PoolFacts | undefined;
  private readonly memo = new Map<string, unknown>();

  /** In a template, what stands around it there, and the scenario that this is. */
  readonly template: TemplateReading | undefined;

  constructor(client: AppClientContent, pool?: PoolFacts, template?: TemplateReading) {
    const { part, shape, target } = client;
    const object = "object" in shape && shape.kind !== "client-store" ? shape.object : undefined;
    const path: Path = "wrapper" in shape && shape.wrapper ? [shape.wrapper.key] : [];
    const problems = within(part.problems, client);
    const closed =
      object !== undefined &&
      !client.scope.isOpen &&
      !problems.some((problem) => problem.code === "syntax-error" || problem.code === "document-limit");
    super(object, path, topLevel, closed, intendedMembers);
    this.client = client;
    this.part = part;
    this.pool = pool;
    this.template = template;
    this.shape = shape;
    this.target = target;
    this.operation = target === "update" ? "update" : "create";
    this.problems = problems;
  }

  /** The comments within its extent. */
  get comments(): readonly Comment[] {
    return this.once("comments", () => within(commentsOf(this.part), this.client));
  }

  /** The tabs within its extent that YAML's readers do not agree about. */
  get tabs(): readonly Tabs[] {
    return this.once("tabs", () => within(tabsOf(this.part), this.client));
  }

  /** Where a finding about the whole app client is drawn: its first key, or the opening bracket. Never empty. */
  get head(): Span {
    const first = this.node?.members.find((member) => !member.alias);
    if (first) return first.keySpan;
    const { root, extent } = this.client;
    if (root && !root.alias && root.span.end > root.span.start)
      return { start: root.span.start, end: Math.min(root.span.end, root.span.start + 1) };
    return { start: extent.start, end: Math.min(extent.start + 1, extent.end) };
  }

  /** The members of TokenValidityUnits, RefreshTokenRotation or AnalyticsConfiguration; without entries when absent. */
  nested(name: "TokenValidityUnits" | "RefreshTokenRotation" | "AnalyticsConfiguration"): Fields {
    return this.once(name, () => {
      const field = this.object(name);
      const closed = field.state === "absent" || (field.state === "known" && this.closed);
      return new Fields(
        field.state === "known" ? field.value : undefined,
        [...this.path, name],
        nestedProperties(name),
        closed,
        (wrongName) => wordsOf(intendedMember(wrongName, name, "create"), "word"),
      );
    });
  }

  get flows(): Field<Items, ArrayNode> {
    return this.once("flows", () => this.list("AllowedOAuthFlows"));
  }

  get scopes(): Field<Items, ArrayNode> {
    return this.once("scopes", () => this.list("AllowedOAuthScopes"));
  }

  get authFlows(): Field<Items, ArrayNode> {
    return this.once("authFlows", () => this.list("ExplicitAuthFlows"));
  }

  get callbacks(): Field<Items, ArrayNode> {
    return this.once("callbacks", () => this.list("CallbackURLs"));
  }

  /**
   * Whether the app client has a secret. For an update that is the existing app client's business: unknown. Where only an environment
   * has its id, GenerateSecret may say that it was made with one.
   */
  get secret(): Ternary {
    return this.once("secret", () => {
      const generate = this.boolean("GenerateSecret");
      if (this.operation === "update")
        return !this.has("ClientId") && generate.state === "known" && generate.value ? "yes" : "unknown";
      if (this.has("ClientSecret")) return "yes";
      if (generate.state === "known") return generate.value ? "yes" : "no";
      return generate.state === "absent" ? "no" : "unknown";
    });
  }

  /** AllowedOAuthFlowsUserPoolClient: absent means false. */
  get oauthFlag(): Ternary {
    const flag = this.boolean("AllowedOAuthFlowsUserPoolClient");
    if (flag.state === "known") return flag.value ? "yes" : "no";
    return flag.state === "absent" ? "no" : "unknown";
  }

  /** RefreshTokenRotation.Feature === ENABLED. An update that leaves the object out seems to keep the setting: unknown. */
  get rotation(): Ternary {
    const whole = this.object("RefreshTokenRotation");
    if (whole.state === "absent") return this.operation === "update" ? "unknown" : "no";
    const feature = this.nested("RefreshTokenRotation").string("Feature");
    if (feature.state === "known") return feature.value === "ENABLED" ? "yes" : "no";
    return feature.state === "absent" && whole.state === "known" ? "no" : "unknown";
  }

  lifetime(token: Token): Lifetime {
    return this.once(token, () =>
      readLifetime(token, this.integer(`${token}Validity`), this.nested("TokenValidityUnits").string(token)),
    );
  }

  /** The application type that the members tell of, with the evidence. */
  get application(): Application {
    return this.once("application", () => inferApplication(this));
  }

  private once<T extends object | string>(key: string, compute: () => T): T {
    const known = this.memo.get(key);
    if (known !== undefined) return known as T;
    const computed = compute();
    this.memo.set(key, computed);
    return computed;
  }
}

const topLevel: ReadonlyMap<string, Property> = new Map(properties.map((property) => [property.name, property]));

const nestedMaps = new Map<string, ReadonlyMap<string, Property>>();
for (const property of properties) {
  if (property.value.type !== "object") continue;
  nestedMaps.set(property.name, new Map(property.value.members.map((member) => [member.name, member])));
}

/** Of a name that the request does not have; one that belongs into a nested object makes that object uncertain. */
function intendedMembers(wrongName: string): string[] {
  return [...wordsOf(intendedMember(wrongName, "request", "create"), "word"), ...wordsOf(homeOf(wrongName), "level")];
}

function wordsOf<K extends string>(meant: Readonly<Record<K, string>> | undefined, key: K): string[] {
  return meant ? [meant[key]] : [];
}

function nestedProperties(name: string): ReadonlyMap<string, Property> {
  return nestedMaps.get(name) ?? new Map();
}

/** What stands within an app client's extent, of a part that it may share. */
function within<T extends { readonly span: Span }>(
  all: readonly T[],
  { part, extent }: AppClientContent,
): readonly T[] {
  if (extent.start === 0 && extent.end === part.text.length) return all;
  const [from, until] = [firstFrom(all, extent.start), firstFrom(all, extent.end)];
  return all.slice(from, extent.end === part.text.length ? all.length : until);
}

/** Index of the first that begins at or behind an offset; all are in the order of the text. */
function firstFrom(all: readonly { readonly span: Span }[], offset: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as { span: Span }).span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns the spec of an app client, made once; with facts of a pool, once more for these. */
export function specOf(client: AppClientContent | AppClient, pool?: PoolFacts): Spec {
  const content = "content" in client ? client.content : client;
  const memo = pool ? specsWithPool : specs;
  let spec = memo.get(content);
  if (spec === undefined || spec.pool !== pool) {
    spec = new Spec(content, pool);
    memo.set(content, spec);
  }
  return spec;
}
const specs = new WeakMap<AppClientContent, Spec>();
const specsWithPool = new WeakMap<AppClientContent, Spec>();

export type { Field, Item, Items, Path } from "./fields.ts";
export type { ObjectNode };
