import type { AwsRefusal } from "./rule.ts";

type Constraint = "pattern" | "length" | "values" | "range" | "items" | "null";

/**
 * How the service words a broken constraint of its model. Several are told at once, so the beginning varies.
 * Members have a lower-case first letter there, and nested ones a path: `tokenValidityUnits.accessToken`.
 */
export function modelConstraint(member: string, constraint: Constraint): AwsRefusal {
  const at = member.replace(/(^|\.)[A-Z]/g, (start) => start.toLowerCase());
  return {
    exception: "InvalidParameterException",
    message: `…validation error… detected: …at '${at}' failed to satisfy constraint: ${words[constraint]}`,
  };
}

/**
 * What AWS says of an attribute list, whatever is wrong with it.
 *
 * @param blames the list, where the rule cannot tell which item it is.
 */
export function attributesRefused(what: "read" | "write", blames?: readonly string[]): AwsRefusal[] {
  return ["creating", "updating"].map((doing) => ({
    exception: "InvalidParameterException",
    message: `Invalid ${what} attributes specified while ${doing} a client`,
    ...(blames && { blames }),
  }));
}

const words: Readonly<Record<Constraint, string>> = {
  pattern: "Member must satisfy regular expression pattern: …",
  length: "Member must have length …",
  values: "Member must satisfy enum value set: …",
  range: "Member must have value …",
  items: "Member must satisfy constraint: […",
  null: "Member must not be null…",
};
