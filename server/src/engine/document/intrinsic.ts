import type { Member } from "./node.ts";

/** @returns whether these are the members of a CloudFormation intrinsic function: `{"Ref": …}` or `{"Fn::…": …}`. */
export function isIntrinsic(members: readonly Member[]): boolean {
  const [only] = members;
  return members.length === 1 && only !== undefined && (only.key === "Ref" || only.key.startsWith("Fn::"));
}
