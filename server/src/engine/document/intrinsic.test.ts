import { describe, expect, test } from "vitest";
import { findMember, type SpecNode } from "./node.ts";
import { parseSpec } from "./parse.ts";
import { plainOf } from "./plain.ts";

function memberA(text: string, dialect: "json" | "yaml"): SpecNode | undefined {
  return findMember(parseSpec(text, dialect).units[0]?.part.root, "A")?.value;
}

/** What a call says, calls within calls in CloudFormation's long form. */
function said(node: SpecNode | undefined): unknown {
  if (node?.kind === "array") return node.items.map(said);
  if (node?.kind === "object") return Object.fromEntries(node.members.map(({ key, value }) => [key, said(value)]));
  if (node?.kind !== "unknown") return plainOf(node);
  return node.call ? { [node.call.name]: said(node.call.args) } : node.text;
}

describe("a call keeps its name and arguments", () => {
  test.each<[yaml: string, json: string]>([
    ["!Ref Pool", '{ "Ref": "Pool" }'],
    ["!GetAtt Pool.Arn", '{ "Fn::GetAtt": "Pool.Arn" }'],
    ["!If [IsProd, 30, !Ref Days]", '{ "Fn::If": ["IsProd", 30, { "Ref": "Days" }] }'],
    ["!Sub '${Stage}-web'", '{ "Fn::Sub": "${Stage}-web" }'],
    ["!FindInMap\n  - Map\n  - a\n  - b", '{ "Fn::FindInMap": ["Map", "a", "b"] }'],
    ["{ 'Fn::If': [IsProd, { B: !Ref C }, x] }", '{ "Fn::If": ["IsProd", { "B": { "Ref": "C" } }, "x"] }'],
  ])("%s", (yaml, json) => {
    const [one, other] = [memberA(`A: ${yaml}\n`, "yaml"), memberA(`{ "A": ${json} }`, "json")];
    expect(one?.kind).toBe("unknown");
    expect(said(one)).toEqual(JSON.parse(json));
    expect(said(other)).toEqual(JSON.parse(json));
  });

  test.each<[text: string, dialect: "json" | "yaml", name: string, args: string]>([
    ["A: !Sub # why\n  &x 'b ${C}'\n", "yaml", "!Sub", "'b ${C}'"],
    ["A: { Fn::Sub: b }\n", "yaml", "Fn::Sub", "b"],
    ['{ "A": { "Ref": "B" } }', "json", '"Ref"', '"B"'],
  ])("with its places: %j", (text, dialect, name, args) => {
    const node = memberA(text, dialect);
    if (node?.kind !== "unknown" || !node.call?.args) throw new Error("no call");
    const { nameSpan, args: found } = node.call;
    expect(text.slice(nameSpan.start, nameSpan.end)).toBe(name);
    expect(text.slice(found.span.start, found.span.end)).toBe(args);
  });

  test("while it is typed", () => {
    expect(memberA('{ "A": { "Ref": } }', "json")).toMatchObject({ call: { name: "Ref", args: undefined } });
    expect(memberA("A: !Ref\n", "yaml")).toMatchObject({ call: { name: "Ref", args: { style: "empty" } } });
  });

  test("as reached through an alias", () => {
    const node = memberA("B: &b !If [c, !Ref d, e]\nA: *b\n", "yaml");
    expect(node?.alias).toBeDefined();
    expect(node?.kind === "unknown" && node.call?.args).toMatchObject({ alias: node?.alias });
  });

  test("an anchor inside it is known to an alias behind it", () => {
    const document = parseSpec("B: !If [c, &x y, z]\nA: *x\n", "yaml");
    expect(document.units[0]?.part.problems).toEqual([]);
    expect(plainOf(findMember(document.units[0]?.part.root, "A")?.value)).toBe("y");
  });
});

test.each(["A: !vault/secret b\n", "A: !!binary YQ==\n", "A: !<tag:example.com,2000:x> b\n"])(
  "a tag that is no function's short form is no call: %j",
  (text) => {
    expect(memberA(text, "yaml")).not.toHaveProperty("call");
  },
);
