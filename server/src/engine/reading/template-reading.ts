import type { Reading } from "../clients/template/site.ts";
import type { Parameter } from "../clients/template/view.ts";

/** A value that would be refused where it is used. */
export interface Refusal {
  readonly rule: string;
  readonly message: string;
  /** The property that uses it. */
  readonly member: string;
}

/** One way in which an app client of a template can turn out to be, as rules of templates see it. */
export interface TemplateReading extends Reading {
  /** Parameters that it uses and that no condition speaks of. */
  readonly plainParameters: readonly Parameter[];
  /** What would be refused if parameters had these values, and is not otherwise. */
  refusalsWith(values: ReadonlyMap<string, string>): readonly Refusal[];
}
