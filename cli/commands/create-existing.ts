import type { CreateChange, Plan, Problem } from "../../deploy/index.ts";

/** What a script wants where the pool has an app client of the name already. Names are not unique: `create` would make another. */
export type IfExists = "create another" | "skip" | "fail";

export interface Sorted {
  /** Zero-based places in the file of those that are to be created. */
  readonly missing: readonly number[];
  readonly existing: readonly CreateChange[];
}

/** @returns which app clients of a plan exist by their name, or why it cannot go on. */
export function sortExisting({ changes }: Plan<CreateChange>, wish: IfExists): Sorted | Problem {
  const places = (list: readonly CreateChange[]) => list.map(({ index }) => index);
  if (wish === "create another") return { missing: places(changes), existing: [] };
  const unlisted = changes.find(({ sameName }) => sameName === undefined);
  if (unlisted) {
    const message = `The app clients of ${unlisted.poolId} may not be listed, so that nobody can tell whether ${unlisted.clientName} exists. Nothing was sent. Ask for cognito-idp:ListUserPoolClients.`;
    return { kind: "permission", message, next: { kind: "choose-profile" } };
  }
  const existing = changes.filter(({ sameName = [] }) => sameName.length > 0);
  const [first] = existing;
  if (first && wish === "fail") {
    const ids = first.sameName?.map(({ id }) => id).join(", ");
    const message = `${first.clientName} exists already (${ids}). Nothing was sent.`;
    return { kind: "refused", message, next: { kind: "none" } };
  }
  return { missing: places(changes.filter((change) => !existing.includes(change))), existing };
}
