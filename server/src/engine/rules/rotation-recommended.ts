import type { ApplicationType } from "../catalogue/entry.ts";
import { documentation } from "../catalogue/links.ts";
import { isEditable, removeItems, replaceValue } from "../document/edit/edit.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { setMembers, suggestions } from "../lint/fixes/fixes.ts";
import { inSteps } from "../lint/fixes/in-steps.ts";
import type { Report, Rule } from "../lint/rule.ts";
import { findItem } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

const REFRESH = "ALLOW_REFRESH_TOKEN_AUTH";
const publicTypes: readonly ApplicationType[] = ["spa", "native", "sdk"];

/** New since 2025 and in three of a hundred real definitions: loud only for applications without a secret, and only when strict. */
export const rotationRecommended: Rule = {
  id: "rotation-recommended",
  summary: "Refresh tokens are rotated",
  why: "With rotation each renewal hands out a new refresh token and retires the old one, so that a stolen token is of little use. OAuth's current security practice demands it of applications without a secret, and AWS recommends it.",
  severity: { recommended: "hint", strict: "warning" },
  evidence: "documented",
  source: documentation.guide(
    "amazon-cognito-user-pools-using-the-refresh-token.html#using-the-refresh-token-rotation",
  ),
  fixable: true,
  *check(spec) {
    if (spec.rotation !== "no" || spec.application.type === "m2m" || !usesRefresh(spec)) return;
    const isPublic = publicTypes.includes(spec.application.type);
    const severity: Report["severity"] = isPublic ? undefined : { recommended: "off", strict: "info" };
    const item = findItem(spec.authFlows, REFRESH);
    yield {
      span: item?.node.span ?? spec.head,
      path: item?.path ?? spec.path,
      ...(severity && { severity }),
      message: isPublic
        ? "Applications without a secret should rotate their refresh tokens, so that a stolen one is of little use (RFC 9700, section 4.14.2). Turn on RefreshTokenRotation; the application then renews with GetTokensFromRefreshToken or the token endpoint."
        : "Refresh tokens stay the same until they expire. Turn on RefreshTokenRotation, so that a stolen one is of little use; the application then renews with GetTokensFromRefreshToken or the token endpoint.",
      fixes: () => suggestions({ title: "Turn on refresh token rotation", edits: rotate(spec) }),
    };
  },
};

/** By an auth flow (which the default set contains) or by the token endpoint. */
function usesRefresh(spec: Spec): boolean {
  if (spec.authFlows.state === "unknown") return false;
  return (
    spec.authFlows.state === "absent" ||
    findItem(spec.authFlows, REFRESH) !== undefined ||
    findItem(spec.flows, "code") !== undefined
  );
}

/** Rotation and ALLOW_REFRESH_TOKEN_AUTH exclude each other, so both change at once. */
function rotate(spec: Spec): TextEdit[] {
  const list = spec.authFlows;
  const rotation = spec.object("RefreshTokenRotation");
  if (list.state === "known" && (!list.value.complete || !isEditable(list.node))) return [];
  if (rotation.state === "known" && !isEditable(rotation.node)) return [];
  return inSteps(spec, [
    (part, _, current) => withoutRefresh(part, current),
    (part, _, current) =>
      setMembers(part, current, [["RefreshTokenRotation", { Feature: "ENABLED", RetryGracePeriodSeconds: 10 }]]),
  ]);
}

function withoutRefresh(part: Part, spec: Spec): TextEdit[] {
  const list = spec.authFlows;
  const item = findItem(list, REFRESH);
  if (list.state !== "known" || !item) return [];
  return list.node.items.length > 1
    ? removeItems(part, list.node, [item.node])
    : replaceValue(part, item.node, "ALLOW_USER_SRP_AUTH");
}
