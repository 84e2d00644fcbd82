import type { PoolFacts, Span } from "../../server/src/engine/index.ts";
import type { ClientSecret, NamedClient } from "../aws/answers.ts";
import type { Note } from "../journal/note.ts";
import type { JsonObject } from "../json.ts";
import type { Denied } from "../pool/facts.ts";
import type { Live } from "../pool/live.ts";
import type { Where } from "../sign-in/where.ts";
import type { FilledIn } from "./filled-in.ts";
import type { Immovable, SettingChange, Undeclared } from "./setting-change.ts";

/** A named target, as the environments file has it. It asserts who and where; it never chooses. */
export interface Environment {
  readonly name: string;
  /** Twelve digits that the caller's account must be. */
  readonly account?: string;
  readonly pool?: string;
  /** Its name has to be typed. */
  readonly protected?: boolean;
}

/** What every change says about where it goes. Printing a change, however deep, shows no secret. */
export interface Place {
  readonly where: Where;
  readonly poolId: string;
  readonly poolName?: string;
  readonly clientName: string;
  /** Whose account was asserted, and whose name has to be typed where it is protected. */
  readonly environment?: Environment;
}

/** Where in the file a change was asked for. */
export interface Asked {
  /** Zero-based place in the file. */
  readonly index: number;
  /** The file holds several app clients, so paths of findings begin with `index`. */
  readonly several: boolean;
  /** Steps from the app client's root to the request, when the spec wraps it. */
  readonly root: readonly (string | number)[];
  /** Of the app client's text in the file. */
  readonly span: Span;
}

export interface CreateChange extends Place, Asked {
  readonly verb: "create";
  /** The pool was chosen by the user and is not in the spec. */
  readonly poolChosen: boolean;
  readonly secret: "generated" | "from the spec" | "none";
  /** The request, in the spec's own order; a `ClientSecret` is replaced by `secretNotShown`. */
  readonly shown: JsonObject;
  readonly filledIn: readonly FilledIn[];
  /** App clients of the same name; `undefined` when they may not be listed. */
  readonly sameName?: readonly NamedClient[];
  /** Writes under the same name in this pool whose outcome is not known yet. */
  readonly pending: readonly Note[];
  readonly facts: PoolFacts;
  readonly denied: readonly Denied[];
  /** The request as it will be sent, secret included: for its verb alone. A function, so that no printer follows it. */
  readonly request: () => JsonObject;
}

export interface UpdateChange extends OfLive, Asked {
  readonly verb: "update";
  /** The whole end state. */
  readonly wanted: JsonObject;
  /** What is declared and differs, most serious first. None: there is nothing to send. */
  readonly changes: readonly SettingChange[];
  /** What stays although the spec does not say it. */
  readonly undeclared: readonly Undeclared[];
  readonly immovable: readonly Immovable[];
  /** Members that go back to their default by being left out; whether AWS does that is looked at afterwards. */
  readonly byOmission: readonly string[];
  readonly facts: PoolFacts;
  readonly denied: readonly Denied[];
}

/** What a change of an app client that exists says, whatever is done to it. */
export interface OfLive extends Place {
  readonly clientId: string;
  readonly live: Live;
  /** The request as it will be sent. */
  readonly shown: JsonObject;
  readonly pending: readonly Note[];
}

export interface DeleteChange extends OfLive {
  readonly verb: "delete";
  /** It is the only app client of its pool; `undefined` when they may not be listed. */
  readonly last?: boolean;
  /** Its name is one that an AWS service gives to app clients that it makes. */
  readonly madeByAws: boolean;
  /** A spec from which it could be made again, with another id and another secret. */
  readonly wayBack: JsonObject;
}

export interface SecretsChange extends OfLive {
  readonly verb: "secrets";
  readonly action: "add" | "delete";
  /** As shown, oldest first. */
  readonly secrets: readonly ClientSecret[];
  /** The one to delete. */
  readonly secretId?: string;
  /** Sentences that a user should see before confirming. */
  readonly warnings: readonly string[];
}

export interface BrandingChange extends OfLive {
  readonly verb: "branding";
}

export type Change = CreateChange | UpdateChange | DeleteChange | SecretsChange | BrandingChange;
