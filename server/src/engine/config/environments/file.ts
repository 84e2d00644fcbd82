import type { Member, ObjectNode, ScalarNode, Span } from "../../document/node.ts";

export { ENVIRONMENTS_FILES, isEnvironmentsFile } from "../../../file-names.ts";

/** A named target. Nothing in it chooses who acts or where a request goes: `account` is compared with the caller. */
export interface Environment {
  readonly name: string;
  readonly nameSpan: Span;
  /** Twelve digits. */
  readonly account?: string;
  readonly pool?: string;
  /** Its writes ask for its name to be typed. Anything but a clear `false` or nothing protects. */
  readonly protected: boolean;
  readonly poolNode?: ScalarNode;
  readonly node?: ObjectNode;
}

/** What one environment says of one app client. */
export interface Link {
  readonly environment: string;
  readonly environmentSpan: Span;
  /** The app client's id there; without one it does not exist yet, as far as the file knows. */
  readonly id?: string;
  readonly idNode?: ScalarNode;
  /** RFC 7396 merge patch on the request. */
  readonly set?: ObjectNode;
  /** The whole entry in `clients`. */
  readonly member: Member;
}

/** An entry of `clients`: a spec, or one app client of a spec that holds several. */
export interface LinkedSpec {
  /** As written: `web.cognito-client.yaml`, `apis.cognito-client.yaml#orders`. */
  readonly key: string;
  readonly keySpan: Span;
  /** Relative to the file's folder, with `/`. */
  readonly path: string;
  /** What follows `#`: the ClientName of the app client that is meant. */
  readonly clientName?: string;
  readonly links: readonly Link[];
  readonly member: Member;
}

/** A fault of the file. Offsets are the file's. */
export interface EnvironmentsProblem {
  /** `environments-…` */
  readonly rule: string;
  readonly message: string;
  readonly span: Span;
  /** JSON Pointer steps from the file's root. */
  readonly path: readonly (string | number)[];
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}

/** An environments file as far as it could be understood; what is wrong in it is told, and the rest still counts. */
export interface EnvironmentsFile {
  readonly environments: ReadonlyMap<string, Environment>;
  readonly specs: readonly LinkedSpec[];
  readonly problems: readonly EnvironmentsProblem[];
}
