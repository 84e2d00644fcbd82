import type { Kind } from "../aws/call-error.ts";

/** What is done after an answer, and what may then be said of the write. */
export interface Claim {
  /** For docs/creating.md. */
  readonly when: string;
  readonly kinds: readonly Kind[];
  /** `stop`: it did not happen. `wait`: it did not happen; again after a while. `look`: what became of it is looked up. */
  readonly next: "stop" | "wait" | "look";
  readonly does: string;
  readonly says: readonly ("done" | "not-done" | "unknown")[];
}

/**
 * The one table of what becomes of a write: the frame acts on it, docs/creating.md shows it, and the fault tests go through it.
 * "Not created" stands only where AWS said so, or where no byte can have reached it.
 */
export const claims: readonly Claim[] = [
  {
    when: "no connection, no name, no TLS; or the SDK would send something else than was shown",
    kinds: ["unreachable", "unsendable"],
    next: "stop",
    does: "nothing was sent",
    says: ["not-done"],
  },
  {
    when: "AWS refused",
    kinds: [
      "expired",
      "credentials",
      "signature",
      "clock",
      "permission",
      "missing",
      "quota",
      "tier",
      "not-enabled",
      "exists",
      "refused",
    ],
    next: "stop",
    does: "the property to blame is named",
    says: ["not-done"],
  },
  {
    when: "too many requests",
    kinds: ["throttled"],
    next: "wait",
    does: "wait and try again, four times",
    says: ["done", "not-done", "unknown"],
  },
  {
    when: "another write is under way",
    kinds: ["concurrent"],
    next: "wait",
    does: "wait, look whether all is still as it was shown, and try again, three times",
    says: ["done", "not-done", "unknown"],
  },
  {
    when: "500 or 503 from Cognito, connection cut, time-out, half an answer, an answer of something in between, or one about another app client",
    kinds: ["failed", "no answer"],
    next: "look",
    does: "the pool is looked at several times, where it may be listed",
    says: ["done", "unknown"],
  },
];

/** @returns what an answer of this kind allows. */
export function claimOf(kind: Kind): Claim {
  const claim = claims.find(({ kinds }) => kinds.includes(kind));
  if (!claim) throw new TypeError(`no claim for ${kind}`);
  return claim;
}

const words = { done: "created", "not-done": "not created", unknown: "unknown" } as const;

/** The table as docs/creating.md has it. */
export function claimsTable(): string {
  const rows = claims.map(({ when, does, says }) => `| ${when} | ${does} | ${list(says.map((is) => words[is]))} |`);
  return ["| what happened | what is done | what you are told |", "|---|---|---|", ...rows].join("\n");
}

function list(parts: readonly string[]): string {
  return parts.length < 3 ? parts.join(" or ") : `${parts.slice(0, -1).join(", ")} or ${parts.at(-1)}`;
}
