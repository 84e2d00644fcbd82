import type * as vscode from "vscode";
import type { Environment, JsonObject } from "../../deploy/index.ts";

/** The app client of a spec. */
export interface SpecPlace {
  readonly document: vscode.TextDocument;
  /** Zero-based place of the app client in the file. */
  readonly index: number;
  /** What the environment says otherwise (RFC 7396). */
  readonly set?: JsonObject;
  /** Under which `clients` of the environments file has it. */
  readonly key?: string;
}

/** An app client that exists in AWS, as a spec, an environments file or the tree leads to it. */
export interface ExistingClient {
  readonly poolId: string;
  readonly clientId: string;
  readonly environment?: Environment;
  /** The environments file's URI, where that says so. */
  readonly file?: string;
  /** Other environments under which the file has the same id. */
  readonly alsoIn?: readonly string[];
  /** Absent where it is in no file. */
  readonly spec?: SpecPlace;
}

/** An app client of a spec that exists. */
export interface LinkedClient extends ExistingClient {
  readonly spec: SpecPlace;
}

/** `web-prod in prod`, or the id where no environment is meant. */
export function labelOf({ clientId, environment }: ExistingClient, name = clientId): string {
  return environment ? `${name} · ${environment.name}` : name;
}
