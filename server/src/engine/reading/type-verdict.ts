import type { Property, ValueType } from "../catalogue/entry.ts";
import type { SpecNode } from "../document/node.ts";

/**
 * `ok`: of the catalogue's type; `unknown`: cannot be known; `missing`: a key without a value (`Key:` or `null`);
 * `wrong`: another type. Items of a list have verdicts of their own.
 */
export type TypeVerdict = "ok" | "unknown" | "missing" | "wrong";

/** Judges a value's type alone: not its length, pattern, range or items. */
export function verdictOf(node: SpecNode | undefined, property: Property | undefined): TypeVerdict {
  return typeVerdict(node, property?.value.type);
}

/** The same for an item of a list of strings. */
export function typeVerdict(node: SpecNode | undefined, type: ValueType["type"] | undefined): TypeVerdict {
  if (node === undefined) return "unknown";
  if (type === undefined) return "unknown";
  if (node.kind === "unknown") return isOtherThan(node.gives, type) ? "wrong" : "unknown";
  if (node.kind === "scalar" && node.value === null) return "missing";
  switch (type) {
    case "list":
      return node.kind === "array" ? "ok" : "wrong";
    case "object":
      return node.kind === "object" ? "ok" : "wrong";
    case "integer":
      // A whole number written 30.0 is the same JSON number (the AWS CLI and boto3 refuse it, which wrong-type says as a warning).
      return node.kind === "scalar" && typeof node.value === "number" && Number.isInteger(node.value) ? "ok" : "wrong";
    default:
      return node.kind === "scalar" && typeof node.value === type ? "ok" : "wrong";
  }
}

/** Of a text CloudFormation makes a number or a boolean, but no list or object; of a list it makes nothing else. */
function isOtherThan(gives: "text" | "list" | undefined, type: ValueType["type"]): boolean {
  if (gives === "text") return type === "list" || type === "object";
  return gives === "list" && type !== "list";
}
