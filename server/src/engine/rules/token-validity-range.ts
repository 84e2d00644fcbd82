import { counted, duration } from "../catalogue/duration.ts";
import { type TokenUnit, unitSeconds } from "../catalogue/entry.ts";
import { boundsOf, nearestCount, standardOf, tokens } from "../catalogue/lifetime.ts";
import { documentation } from "../catalogue/links.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { setCount, setUnit } from "../lint/fixes/lifetime-fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import type { Lifetime } from "../reading/lifetime.ts";
import type { Spec } from "../reading/spec.ts";
import { boundsBeside, mayKeepOldUnit, standing } from "../reading/token-bounds.ts";

/** The number times its unit has to be a lifetime that Cognito allows; a forgotten unit is the usual slip. */
export const tokenValidityRange: Rule = {
  id: "token-validity-range",
  summary: "Token lifetimes are within Cognito's limits once the unit is counted in",
  why: "Access and ID tokens may live from 5 minutes to 1 day, refresh tokens from 60 minutes to 10 years. The numbers have no unit of their own: without TokenValidityUnits access and ID tokens count hours and refresh tokens days.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.api("API_TokenValidityUnitsType.html"),
  refusals: [
    {
      exception: "InvalidParameterException",
      message: "Invalid range for token validity.",
      blames: ["AccessTokenValidity", "IdTokenValidity", "RefreshTokenValidity"],
    },
  ],
  fixable: true,
  *check(spec) {
    for (const token of tokens) {
      const lifetime = spec.lifetime(token);
      const { value, unit, unitField, seconds } = lifetime;
      if (standing(lifetime) !== "outside" || value.state !== "known" || !unit || seconds === undefined) continue;
      const { minimum, maximum } = boundsOf(token);
      const [limit, side] = seconds < minimum ? [minimum, "less"] : [maximum, "more"];
      const given = counted(value.value, unit);
      const byDefault =
        unitField.state === "absent" ? ` (${unit} is the unit where TokenValidityUnits gives none)` : "";
      yield {
        span: value.node.span,
        path: value.path,
        message: `${given}${byDefault} is ${side} than the ${duration(limit)} that Cognito allows for ${token}Validity. Change the number or its unit; the range is ${duration(minimum)} to ${duration(maximum)}.`,
        data: { value: value.value, unit, minimum, maximum },
        ...(mayKeepOldUnit(spec, lifetime) && { severity: "warning" as const }),
        ...(unitField.state === "known" && {
          related: [{ span: unitField.node.span, message: `The number counts ${unit}` }],
        }),
        fixes: (part): Fix[] => {
          const count = nearestCount(seconds, unit, boundsBeside(spec, token));
          return suggestions(
            ...fittingUnits(spec, lifetime).map((fitting) => ({
              title: `Count ${token}Validity in ${fitting}: ${counted(value.value, fitting)}`,
              edits: setUnit(part, spec, lifetime, fitting),
            })),
            count === undefined
              ? undefined
              : { title: `Use ${counted(count, unit)}`, edits: setCount(part, lifetime, count) },
          );
        },
      };
    }
  },
};

const units = ["seconds", "minutes", "hours", "days"] as const satisfies readonly TokenUnit[];

/** Units that make the number right, the likeliest first: the one that comes nearest to the default lifetime. */
function fittingUnits(spec: Spec, { token, value }: Lifetime): TokenUnit[] {
  if (value.state !== "known") return [];
  const number = value.value;
  const { minimum, maximum } = boundsBeside(spec, token);
  const usual = standardOf(token).seconds;
  const strangeness = (unit: TokenUnit) => {
    // 86400, 604800 and their like are whole days written in seconds, whatever else they might be.
    if (unit === "seconds" && number % unitSeconds.days === 0) return 0;
    return Math.abs(Math.log((number * unitSeconds[unit]) / usual));
  };
  return units
    .filter((unit) => number * unitSeconds[unit] >= minimum && number * unitSeconds[unit] <= maximum)
    .sort((a, b) => strangeness(a) - strangeness(b));
}
