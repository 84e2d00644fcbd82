import { expect, test } from "vitest";
import { specText } from "../../deploy/plan/spec-file.ts";
import { clientsIn, parseSpec, specOf } from "../../server/src/engine/index.ts";
import { canBeStream, textsOf } from "./texts.ts";

const specs = [
  { stem: "web", spec: { UserPoolId: "eu-west-1_AbC", ClientName: "web: #1" } },
  { stem: "api", spec: { UserPoolId: "eu-west-1_AbC", ClientName: "--- api" }, note: "its secret is not known" },
];
const namesIn = (text: string, syntax: "json" | "yaml") =>
  clientsIn(parseSpec(text, syntax)).map((client) => {
    const name = specOf(client).string("ClientName");
    return name.state === "known" ? name.value : undefined;
  });

test.each(["yaml", "json"] as const)("a %s file for each", (syntax) => {
  const files = textsOf(specs, syntax, specText, "all");
  expect(files.map(({ stem, syntax: own, holds }) => [stem, own, holds])).toEqual([
    ["web", syntax, [0]],
    ["api", syntax, [1]],
  ]);
  expect(files.map(({ text }) => namesIn(text, syntax))).toEqual([["web: #1"], ["--- api"]]);
  expect(files[1]?.text.includes("its secret is not known")).toBe(syntax === "yaml");
});

test("one stream with all of them, in their order", () => {
  const [file, ...more] = textsOf(specs, "stream", specText, "customers");
  expect(more).toEqual([]);
  expect(file).toMatchObject({ stem: "customers", syntax: "yaml", holds: [0, 1] });
  expect(namesIn(file?.text ?? "", "yaml")).toEqual(["web: #1", "--- api"]);
  expect(textsOf([], "stream", specText, "customers")).toEqual([]);
});

test("a stream needs several, of different names", () => {
  expect([["a"], ["a", "b"], ["a", "a"], []].map((names) => canBeStream(names))).toEqual([false, true, false, false]);
});
