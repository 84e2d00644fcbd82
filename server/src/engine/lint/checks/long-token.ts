import { duration } from "../../catalogue/duration.ts";
import { boundsOf, standardOf, type Token } from "../../catalogue/lifetime.ts";
import type { Spec } from "../../reading/spec.ts";
import { given } from "../../reading/token-bounds.ts";
import { setLifetime } from "../fixes/lifetime-fixes.ts";
import type { Report } from "../rule.ts";

/** What a rule about one token's lifetime says, and from where on it says so louder. */
export interface LongToken {
  /** Seconds from which on the severity is the louder one. */
  readonly long: number;
  readonly louder: NonNullable<Report["severity"]>;
  /** @param words the lifetime: `12 hours`. */
  readonly message: (words: string) => string;
}

/** A token that lives longer than AWS's own default, which is the measure; one out of bounds or longer than the refresh token's is an error of its own. */
export function* longToken(spec: Spec, name: Token, { long, louder, message }: LongToken): Generator<Report> {
  const { seconds: standard } = standardOf(name);
  const token = given(spec.lifetime(name), { ...boundsOf(name), minimum: standard + 1 });
  if (!token || token.seconds > (spec.lifetime("RefreshToken").seconds ?? token.seconds)) return;
  yield {
    span: token.field.node.span,
    path: token.field.path,
    ...(token.seconds > long && { severity: louder }),
    message: message(duration(token.seconds)),
    data: { seconds: token.seconds },
    fixes: (part) => setLifetime(part, token, standard),
  };
}
