import { describe, expect, test } from "vitest";
import { completionOrder } from "../starters/completion-order.ts";
import type { Property } from "./entry.ts";
import { memberOf, membersFor, properties, property, responseOnlyNames, valueTypeAt } from "./properties.ts";

function everyMember(members: readonly Property[] = properties, path: string[] = []): [string, Property][] {
  return members.flatMap((member) => {
    const at = [...path, member.name];
    const inner = member.value.type === "object" ? everyMember(member.value.members, at) : [];
    return [[at.join("."), member] as [string, Property], ...inner];
  });
}

describe("the catalogue", () => {
  test("an update takes ClientId besides what a create takes, and not the two of the secret", () => {
    const names = (operation: "create" | "update") => membersFor(operation).map((member) => member.name);
    expect(names("update").filter((name) => !names("create").includes(name))).toEqual(["ClientId"]);
    expect(names("create").filter((name) => !names("update").includes(name))).toEqual([
      "GenerateSecret",
      "ClientSecret",
    ]);
  });

  test.each(everyMember())("%s has a text of a few sentences, a link, and says what omission does", (_, member) => {
    expect(member.doc.length).toBeGreaterThan(20);
    expect(member.doc.length).toBeLessThan(420);
    expect(member.doc).toMatch(/\.$/);
    expect(member.link).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/cognito/);
    expect(member.popularity).toBeGreaterThanOrEqual(1);
  });

  test.each(properties.map((member): [string, Property] => [member.name, member]))(
    "%s is required, or says what an update does without it",
    (_, member) => {
      const canBeLeftOut = member.operations.includes("update") && member.required?.includes("update") !== true;
      expect(member.omittedInUpdate !== undefined).toBe(canBeLeftOut);
    },
  );

  test("integers: the default lies within the limits, and effective limits lie within what the numbers can say", () => {
    for (const [path, { value }] of everyMember()) {
      if (value.type !== "integer") continue;
      expect(value.default, path).toBeGreaterThanOrEqual(value.minimum);
      expect(value.default, path).toBeLessThanOrEqual(value.maximum);
      expect(value.seconds, path).toBeDefined();
    }
  });

  test("enum values and suggestions are unique, have a text, and keep to their own pattern and length", () => {
    for (const [path, { value }] of everyMember()) {
      const type = value.type === "list" ? value.items : value;
      if (type.type !== "string") continue;
      const offered = [...(type.values ?? []), ...(type.suggestions ?? [])];
      expect(new Set(offered.map((entry) => entry.value)).size, path).toBe(offered.length);
      for (const { value: text, doc } of offered) {
        expect(doc, `${path} ${text}`).toMatch(/\.$/);
        expect(text.length, `${path} ${text}`).toBeLessThanOrEqual(type.maxLength ?? Number.POSITIVE_INFINITY);
        if (type.pattern) expect(text).toMatch(new RegExp(`^(?:${type.pattern.source})$`, "u"));
      }
    }
  });

  test("only the secret is sensitive", () => {
    expect(everyMember().filter(([, member]) => member.sensitive)).toEqual([
      ["ClientSecret", property("ClientSecret")],
    ]);
  });

  test("memberOf and valueTypeAt follow a path into lists and objects", () => {
    expect(memberOf(["TokenValidityUnits", "IdToken"])?.doc).toContain("IdTokenValidity");
    expect(memberOf(["CallbackURLs", 3])?.name).toBe("CallbackURLs");
    expect(valueTypeAt(["CallbackURLs"])?.type).toBe("list");
    expect(valueTypeAt(["CallbackURLs", 3])).toMatchObject({ type: "string", maxLength: 1024 });
    for (const path of [[], ["Nope"], ["ClientName", 0], ["ClientName", "x"], [0], ["TokenValidityUnits", "Nope"]])
      expect(memberOf(path), JSON.stringify(path)).toBeUndefined();
  });

  test("names that objects inherit are no members", () => {
    for (const name of ["constructor", "toString", "__proto__"]) expect(property(name)).toBeUndefined();
  });

  test("a response has four members that no create request may have", () => {
    expect([...responseOnlyNames].sort()).toEqual(["ClientId", "ClientType", "CreationDate", "LastModifiedDate"]);
  });
});

describe("completion order", () => {
  const names = properties.map((member) => member.name).sort();

  test.each(Object.entries(completionOrder))("%s offers each member once", (_, order) => {
    expect([...order].sort()).toEqual(names);
  });

  test("a machine is offered its grant before a callback, a single-page application never a secret first", () => {
    const position = (type: "m2m" | "spa", name: string) => completionOrder[type].indexOf(name);
    expect(position("m2m", "AllowedOAuthFlows")).toBeLessThan(position("m2m", "CallbackURLs"));
    expect(position("spa", "CallbackURLs")).toBeLessThan(position("spa", "GenerateSecret"));
  });

  test("without a known type, the members that most definitions have come first", () => {
    expect(completionOrder.unknown.slice(0, 4)).toEqual([
      "UserPoolId",
      "ClientName",
      "GenerateSecret",
      "ExplicitAuthFlows",
    ]);
  });
});
