import type { Settings } from "../lint/settings.ts";
import type { CheckContext } from "./check-context.ts";
import type { SpecsBeside } from "./environments/check.ts";

/** Names met in the workspace's other specs, offered by completion. */
export interface WorkspaceNames {
  readonly poolIds: readonly string[];
  readonly scopes: readonly string[];
  readonly identityProviders: readonly string[];
  readonly customAttributes: readonly string[];
}

/** All that a feature may know beyond the document: plain data, handed in. */
export interface Context extends CheckContext {
  readonly workspace?: WorkspaceNames;
  /** Of an environments file: the specs that it names. */
  readonly specs?: SpecsBeside;
  /** In templates, another extension offers property names, and definitions. */
  readonly besideToolkit?: boolean;
  /** In templates, another extension shows AWS's text of a property. */
  readonly isDocumentedElsewhere?: boolean;
  /** In templates, the settings with the rules that are left to another linter: its findings still get our fixes. */
  readonly unreduced?: Settings;
  /** Of an environments file: what may stand under `clients`, as it is written there. */
  readonly specKeys?: readonly string[];
}
