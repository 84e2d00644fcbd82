import type { Path, Span, SpecNode, UnknownNode } from "../document/node.ts";
import type { Part } from "../document/part.ts";
import type { PoolFacts } from "./pool-facts.ts";
import type { Shape } from "./shape.ts";
import type { Site } from "./template/site.ts";

/** What is read into the request: a create or update input, or a resource of a template, which has other members and limits. */
export type Target = "create" | "update" | "resource";

/**
 * An app client as its text has it, apart from where that text stands in the file. It is the same object as long as the
 * text does not change, so whatever is computed from it may be kept in a WeakMap.
 */
export interface AppClientContent {
  /** `spec`, or the id of another host (see host.ts). */
  readonly host: string;
  readonly target: Target;
  /** The tree it stands in, which it may share with others: items of a YAML list stand in one. */
  readonly part: Part;
  /** Leads from the part's root to `root`. */
  readonly within: Path;
  /** What stands for the app client: a request, what wraps it, a resource, or whatever somebody wrote instead. */
  readonly root: SpecNode | undefined;
  readonly shape: Shape;
  /** What belongs to it, in the part: comments, syntax problems, suppressions and edits are its own within this span. */
  readonly extent: Span;
  readonly scope: Scope;
  /** Reads it again from its part's text as an edit has left it; `undefined` when it is lost, or no longer alone where it was. */
  readonly reread: (text: string) => AppClientContent | undefined;
}

export interface AppClient extends AppClientContent {
  readonly content: AppClientContent;
  /** Offset of the part's first character in the file. */
  readonly base: number;
  /** From the file's root to `root`: `[]`, `[1]` in a list or stream, `["Resources", "WebClient"]`. */
  readonly path: Path;
}

/** What a host knows about values that stand elsewhere. (Not an OAuth scope.) */
export interface Scope {
  /** All values that a value of the app client may turn out to have; `undefined` when that cannot be told. */
  values(node: UnknownNode): readonly ScopeValue[] | undefined;
  /** What the host itself tells of the app client's pool. */
  readonly pool?: PoolFacts;
  /** Whether members may come from elsewhere, so that none is certainly absent. */
  readonly isOpen?: boolean;
  /** Where the app client stands in its template. */
  readonly template?: TemplateScope;
}

export interface TemplateScope {
  readonly site: Site;
  /** Whether a tool wrote the file, so that nobody edits it. */
  readonly isGenerated: boolean;
  /** The CDK construct that the resource comes from. */
  readonly construct?: string;
}

/** A branch of `!If`, a parameter's default or allowed value. */
export interface ScopeValue {
  readonly node: SpecNode;
  /** Steps from the unknown value down to `node` (`["Fn::If", 1]`); `undefined` when it stands elsewhere: then the place of use is what a finding is about. */
  readonly path: Path | undefined;
  /** When it has this value, for people: `IsProd is true`. */
  readonly when?: string;
}

/** Of a spec: nothing stands elsewhere. */
export const emptyScope: Scope = { values: () => undefined };
