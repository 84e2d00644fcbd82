import type { ValueType } from "../../../server/src/engine/catalogue/entry.ts";
import { property } from "../../../server/src/engine/catalogue/properties.ts";
import type { Member } from "./constraints.ts";
import type { Knobs } from "./knobs.ts";
import type { JsonObject, OnTheWire } from "./wire.ts";
import type { Place, World } from "./world.ts";

/** One request that is to be answered, once it has been found well-formed. */
export interface Incoming<Request = JsonObject> {
  readonly world: World;
  readonly knobs: Knobs;
  readonly place: Place;
  readonly request: Request;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How an operation is answered. */
export interface Operation {
  readonly members: readonly Member[];
  /** Meets the lock that a pool has while another write of its app clients is under way. */
  readonly locks: boolean;
  run(call: Incoming): unknown;
}

/** What a member has to be; `any` is handed on without a look. UserPoolId and ClientId are as the catalogue has them. */
type Kind = "any" | ValueType | { readonly required: "any" | ValueType };

export const text = { type: "string" } as const;
export const flag = { type: "boolean" } as const;
export const secret = { type: "string", minLength: 24, maxLength: 64, pattern: /[\w+]+/u } as const;

/** How many results a page may have. */
export const results = (maximum: number) => ({ type: "integer", minimum: 1, maximum }) as const;

/**
 * An operation whose request and answer have the AWS SDK's types: a member that the SDK adds, renames or drops does not
 * compile here.
 */
export function operation<Request extends object, Answer extends object>(
  kinds: { readonly [Name in keyof Request]-?: Kind },
  run: (call: Incoming<OnTheWire<Request>>) => OnTheWire<Answer>,
  locks = false,
): Operation {
  const members = Object.entries<Kind>(kinds).map(([name, kind]): Member => {
    const required = typeof kind === "object" && "required" in kind;
    const given = required ? kind.required : kind;
    const known = name === "UserPoolId" || name === "ClientId" ? property(name)?.value : undefined;
    const value = known ?? (given === "any" ? { type: "any" } : given);
    return { name, required, sensitive: name === "ClientSecret" || name === "ClientId", value };
  });
  return { members, locks, run: (call) => run(call as Incoming<OnTheWire<Request>>) };
}
