import { isEditable, removeItems, replaceValue, setMember } from "../../document/edit/edit.ts";
import { findItem } from "../../reading/lists.ts";
import type { At, Refactoring } from "./refactoring.ts";

const PLACES: ReadonlySet<unknown> = new Set(["RefreshTokenRotation", "RefreshTokenValidity", "ExplicitAuthFlows"]);

/** Rotation and the refresh flow exclude each other, so both are changed together. */
export function turnOnRotation({ part, spec, path }: At): Refactoring[] {
  if (path.length > 0 && !PLACES.has(path[0])) return [];
  if (!spec.node || spec.rotation !== "no" || spec.application.type === "m2m") return [];
  const flow = findItem(spec.authFlows, "ALLOW_REFRESH_TOKEN_AUTH");
  if (flow && !isEditable(flow.node)) return [];
  const list = spec.authFlows.state === "known" ? spec.authFlows.node : undefined;
  const withoutFlow =
    !flow || !list
      ? []
      : list.items.length === 1
        ? replaceValue(part, flow.node, "ALLOW_USER_SRP_AUTH")
        : removeItems(part, list, [flow.node]);
  const rotation = spec.object("RefreshTokenRotation");
  const feature = spec.nested("RefreshTokenRotation").string("Feature");
  const turnedOn =
    feature.state === "known"
      ? replaceValue(part, feature.node, "ENABLED")
      : rotation.state === "known"
        ? setMember(part, rotation.node, "Feature", "ENABLED")
        : setMember(part, spec.node, "RefreshTokenRotation", { Feature: "ENABLED", RetryGracePeriodSeconds: 10 });
  return [{ title: "Turn on refresh token rotation", edits: [...withoutFlow, ...turnedOn], keepsValue: false }];
}
