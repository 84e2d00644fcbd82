import { unitSeconds } from "../catalogue/entry.ts";
import { standardOf, tokens } from "../catalogue/lifetime.ts";
import { documentation } from "../catalogue/links.ts";
import { removeMembers } from "../document/edit/edit.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";

/** AWS itself completes the units in its answers, so this is a hint except where it may change a lifetime. */
export const unitWithoutValue: Rule = {
  id: "unit-without-value",
  summary: "A unit comes with its number",
  why: "A unit only scales the number beside it. Without one the default stays: 1 hour for access and ID tokens. The refresh token's default is stored as 30, and whether another unit makes 30 hours of it is not documented.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "inferred",
  source: documentation.api("API_TokenValidityUnitsType.html"),
  fixable: true,
  *check(spec) {
    if (spec.shape.kind === "describe") return;
    for (const token of tokens) {
      const { value, unitField, unit } = spec.lifetime(token);
      if (value.state !== "absent" || unitField.state !== "known" || unit === undefined) continue;
      const risky = token === "RefreshToken" && unit !== "days";
      const validity = `${token}Validity`;
      const units = spec.nested("TokenValidityUnits").node;
      const number = standardOf(token).seconds / unitSeconds[unit];
      yield {
        span: unitField.member.keySpan,
        path: unitField.path,
        ...(risky && { severity: "warning" as const }),
        message: risky
          ? `${validity} is missing: the default of 30 may now count ${unit} instead of days. Write the number that you want.`
          : `The unit has no effect, because ${validity} is missing and its default stays. Add the number, or remove the unit.`,
        data: { token, unit },
        fixes: (part) =>
          suggestions(
            Number.isInteger(number)
              ? {
                  title: `Set ${validity} to ${number} (the default)`,
                  edits: setMembers(part, spec, [[validity, number]]),
                }
              : undefined,
            units && !unitField.member.alias
              ? { title: "Remove the unit", edits: removeMembers(part, units, [unitField.member]) }
              : undefined,
          ),
      };
    }
  },
};
