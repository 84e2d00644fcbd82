import type { Piece } from "../clients/template/piece.ts";
import type { Path, Span } from "../document/node.ts";
import type { Part, TextEdit } from "../document/part.ts";
import type { Spec } from "../reading/spec.ts";

export type Severity = "error" | "warning" | "info" | "hint";
export type Level = Severity | "off";
export type Preset = "recommended" | "strict";

/** How sure it is that AWS behaves as the rule says: quoted by somebody who hit it, written in AWS's docs, or concluded; `own`: about a file of this project, not about AWS. */
export type Evidence = "observed" | "documented" | "inferred" | "own";

export interface AwsRefusal {
  readonly exception: string;
  /** AWS's literal message; `…` stands for what varies. */
  readonly message: string;
  /**
   * Members among which the value stands that the words name. They are to blame where neither the rule finds the place
   * nor the words name it: because only AWS knows what is wrong, or the rule is of another opinion.
   */
  readonly blames?: readonly string[];
  /** AWS said so once and takes the same request today: it explains an answer, but is no reason to warn. */
  readonly bygone?: true;
}

/** Everything known about a rule without running it: feeds the docs index, SARIF, `cognito-client rules` and hover. */
export interface RuleMeta {
  /** Kebab-case, as in the reference; also the stem of its file, page and test. */
  readonly id: string;
  /** One line, present tense, no full stop. */
  readonly summary: string;
  /** A few sentences for hover: why it matters. Markdown. */
  readonly why: string;
  readonly severity: Readonly<Record<Preset, Level>>;
  readonly evidence: Evidence;
  /** AWS page (or other source) that says so. */
  readonly source: string;
  readonly refusals?: readonly AwsRefusal[];
  /** Whether some finding of this rule has a fix. */
  readonly fixable: boolean;
  /** Says nothing without pool facts, and is not run without them. */
  readonly poolAware?: true;
  /** The member whose catalogue entry it was made from; its page is made from that, too. */
  readonly madeFor?: readonly string[];
  /** Where it makes sense; everywhere unless it says so. */
  readonly hosts?: readonly ("spec" | "template")[];
  /** Shown struck through or faded in editors. */
  readonly tag?: "deprecated" | "unnecessary";
}

export interface Fix {
  /** Imperative, names the result: `Use https://app.example.com`. */
  readonly title: string;
  /** Safe: what the author meant is kept, so fix-all and `lint --fix` may apply it unasked. Otherwise a suggestion. */
  readonly safe: boolean;
  /** Not overlapping, in any order. Offsets are the part's in a report, the file's in a finding. */
  readonly edits: readonly TextEdit[];
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a rule yields: offsets are the part's, paths begin at the app client's root. See finding.ts for what everybody else sees. */
export interface Report {
  readonly span: Span;
  /** What is wrong, why, what to do; in the user's terms. Never contains a secret. */
  readonly message: string;
  readonly path: Path;
  /** Another block of the same template that it is about: span and path are then that block's, the path from the file's root. */
  readonly at?: Piece;
  /** In a template: the path counts from the Properties as written, functions included. */
  readonly isWritten?: true;
  /** Of a rule about the pool: so whatever the pool has, or may get. */
  readonly isOfAnyPool?: true;
  readonly related?: readonly Related[];
  /** The variable parts of the message, for translation and for other tools. Never a secret. */
  readonly data?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Overrides the rule's severity for this case, e.g. "a warning when the flag is off", or per preset. The user's own setting still wins.
   * In a spec never an error where the rule's own level is a lesser one: who only counts errors does not run such rules (judge.ts).
   */
  readonly severity?: Severity | Readonly<Record<Preset, Level>>;
  /** Computed only when somebody asks for fixes. Best one first. */
  readonly fixes?: (part: Part) => readonly Fix[];
}

export interface Rule extends RuleMeta {
  /** Yields findings; must not throw, whatever the document. What is known of the pool is `spec.pool`. */
  check(spec: Spec): Iterable<Report>;
}
