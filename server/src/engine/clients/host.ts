import type { SpecDocument } from "../document/part.ts";
import type { AppClient } from "./app-client.ts";

/** Something that app clients stand in. */
export interface Host {
  readonly id: string;
  /** The app clients of a document, in the order of the text; `undefined` when it is no document of this host. */
  clientsIn(document: SpecDocument): readonly AppClient[] | undefined;
}
