import type { SchemaAttributeType } from "@aws-sdk/client-cognito-identity-provider";
import { readOnlyAttributes, standardAttributes } from "../../../server/src/engine/catalogue/attributes.ts";
import type { OnTheWire } from "./wire.ts";
import type { PoolAttribute } from "./world.ts";

const standard: readonly string[] = [...standardAttributes, ...readOnlyAttributes].map(({ value }) => value);

const typeOf = (name: string): PoolAttribute["type"] => {
  if (name.endsWith("_verified")) return "Boolean";
  return name === "updated_at" ? "Number" : "String";
};

/**
 * A pool's attributes: all standard ones beside its own, which have a prefix in every answer.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export function attributesOf(schema: readonly OnTheWire<SchemaAttributeType>[]): PoolAttribute[] {
  const own = schema.map((attribute): PoolAttribute => {
    const name = String(attribute.Name);
    const prefix = attribute.DeveloperOnlyAttribute ? "dev:custom:" : "custom:";
    return {
      name: standard.includes(name) || name.startsWith("custom:") ? name : prefix + name,
      type: attribute.AttributeDataType ?? "String",
      required: attribute.Required ?? false,
      mutable: attribute.Mutable ?? true,
    };
  });
  const rest = standard.filter((name) => !own.some((each) => each.name === name));
  const others = rest.map((name) => ({ name, type: typeOf(name), required: name === "sub", mutable: name !== "sub" }));
  return [...others, ...own];
}
