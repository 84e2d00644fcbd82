import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { properties } from "../../server/src/engine/catalogue/properties.ts";
import {
  minimums,
  openObjects,
  readOnlyProperties,
  replacingProperties,
  requiredProperties,
} from "../../server/src/engine/clients/template/overlay.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../fixtures/userpoolclient-resource.json"), "utf8"));

test("the catalogue and the overlay together have the resource's properties", () => {
  const names = new Set([...properties.map(({ name }) => name), ...readOnlyProperties]);
  expect([...names].sort()).toEqual([...schema.properties].sort());
});

test("what is required, read-only, replacing and open is the schema's", () => {
  expect([...requiredProperties].sort()).toEqual(schema.required);
  expect([...readOnlyProperties].sort()).toEqual(schema.readOnly);
  expect([...replacingProperties].sort()).toEqual(schema.createOnly);
  expect([...openObjects]).toEqual(schema.open);
});

test.each(Object.keys(schema.minimum))("%s has the schema's bounds", (name) => {
  const type = properties.find((property) => property.name === name)?.value;
  if (type?.type !== "integer") throw new Error(`${name} is no number in the catalogue`);
  expect(minimums[name] ?? type.minimum).toBe(schema.minimum[name]);
  expect(type.maximum).toBe(schema.maximum[name]);
});
