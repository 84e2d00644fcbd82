import type { JsonObject } from "../json.ts";

export interface Identity {
  /** Twelve digits; absent: account unknown, because STS could not be reached or did not answer. */
  readonly accountId?: string;
  readonly callerArn?: string;
  /** Why it is unknown. */
  readonly reason?: string;
}

export interface PoolSummary {
  readonly id: string;
  readonly name: string;
  /** ISO time. */
  readonly lastChange?: string;
}

export interface NamedClient {
  readonly id: string;
  readonly name: string;
}

/** An app client of a list that says who made it. */
export interface ListedClient extends NamedClient {
  /** Registered dynamically (RFC 7591), by software for itself. Absent: not known, because the list could not be narrowed. */
  readonly dynamic?: boolean;
}

/** An app client as AWS returns it, without its secret. */
export interface DescribedClient {
  readonly clientId: string;
  /** Whether the answer held a secret. After a rotation a confidential app client may show none: ask for its secrets. */
  readonly hasSecret: boolean;
  /** ISO time. */
  readonly created?: string;
  /** ISO time with milliseconds: the only evidence that somebody wrote it meanwhile. Some emulators have none. */
  readonly changedAt?: string;
  readonly settings: JsonObject;
  /** Members of the answer that neither the catalogue nor the SDK knows. Absent: not looked at. */
  readonly unknownMembers?: readonly string[];
}

/** One of at most two secrets of an app client, without its value. */
export interface ClientSecret {
  readonly id: string;
  /** ISO time. */
  readonly created?: string;
}
