import type { Property } from "../server/src/engine/catalogue/entry.ts";
import { properties } from "../server/src/engine/catalogue/properties.ts";
import type { FilledIn, Json, JsonObject } from "./types.ts";

/** @returns what Cognito decides by itself for a create request, in the catalogue's order. */
export function filledIn(request: JsonObject): FilledIn[] {
  const texts = missing(properties, request, []);
  if (request["RefreshTokenValidity"] === 0)
    texts.push({ path: ["RefreshTokenValidity"], text: "30 days, because 0 means the default" });
  return texts;
}

function missing(members: readonly Property[], object: JsonObject, path: readonly string[]): FilledIn[] {
  return members.flatMap((property) => {
    const at = [...path, property.name];
    const given = object[property.name];
    if (given === undefined) {
      const { defaultText } = property;
      return defaultText === undefined || defaultText === "none" || !property.operations.includes("create")
        ? []
        : [{ path: at, text: defaultText }];
    }
    return property.value.type === "object" && isObject(given) ? missing(property.value.members, given, at) : [];
  });
}

function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
