import type { Property } from "../../catalogue/entry.ts";
import { requiredProperties } from "../../clients/template/overlay.ts";
import type { Fields } from "../../reading/fields.ts";
import type { Spec } from "../../reading/spec.ts";

/** Whether a member cannot be left out of its object: CloudFormation makes up names that a request has to give. */
export function isRequired(spec: Spec, fields: Fields, { name, required }: Property): boolean {
  if (fields === spec && spec.target === "resource") return requiredProperties.has(name);
  return required?.includes(spec.operation) === true;
}
