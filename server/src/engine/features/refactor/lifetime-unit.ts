import { grouped } from "../../catalogue/duration.ts";
import { type TokenUnit, unitSeconds } from "../../catalogue/entry.ts";
import { tokenOf } from "../../catalogue/lifetime.ts";
import { isEditable, replaceValue, setMember } from "../../document/edit/edit.ts";
import type { At, Refactoring } from "./refactoring.ts";

/** Another unit for a lifetime, with the same seconds: only those that come out whole. Offered on the number and on its unit. */
export function changeLifetimeUnit({ part, spec, path }: At): Refactoring[] {
  const name = path[0] === "TokenValidityUnits" ? path[1] : path[0];
  const token = tokenOf(String(name));
  if (!token || !spec.node) return [];
  const { value, unit, unitField } = spec.lifetime(token);
  if (value.state !== "known" || unit === undefined || value.value === 0 || !isEditable(value.node)) return [];
  const seconds = value.value * unitSeconds[unit];
  const units = spec.object("TokenValidityUnits");
  if (units.state === "unknown" || (unitField.state === "known" && !isEditable(unitField.node))) return [];
  return (Object.keys(unitSeconds) as TokenUnit[])
    .filter((other) => other !== unit && seconds % unitSeconds[other] === 0)
    .map((other) => {
      const count = seconds / unitSeconds[other];
      const unitEdits =
        unitField.state === "known"
          ? replaceValue(part, unitField.node, other)
          : units.state === "known"
            ? setMember(part, units.node, token, other)
            : spec.node
              ? setMember(part, spec.node, "TokenValidityUnits", { [token]: other })
              : [];
      const title = `Write as ${grouped(count, other)}`;
      return { title, edits: [...replaceValue(part, value.node, count), ...unitEdits], keepsValue: false };
    });
}
