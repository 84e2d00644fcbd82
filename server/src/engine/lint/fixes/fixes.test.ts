import { describe, expect, test } from "vitest";
import { clientsIn } from "../../clients/clients-in.ts";
import { applyEdits } from "../../document/edit/edit.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Part } from "../../document/part.ts";
import { type Spec, specOf } from "../../reading/spec.ts";
import { removal, setMembers, suggestions } from "./fixes.ts";

function read(text: string): { part: Part; spec: Spec } {
  const [client] = clientsIn(parseSpec(text, "yaml"));
  if (!client) throw new Error("no app client");
  return { part: client.part, spec: specOf(client) };
}

test("suggestions are not safe, keep their order, and edit something", () => {
  const edits = [{ span: { start: 0, end: 1 }, newText: "x" }];
  const none = { title: "nothing", edits: [] };
  expect(suggestions({ title: "b", edits }, undefined, none, { title: "a", edits })).toEqual([
    { title: "b", safe: false, edits },
    { title: "a", safe: false, edits },
  ]);
});

describe("setMembers", () => {
  const set = (text: string, ...values: [string, boolean | string[]][]) => {
    const { part, spec } = read(text);
    return applyEdits(text, setMembers(part, spec, values));
  };

  test("changes what is there, and adds the rest together where the catalogue has it", () => {
    expect(
      set(
        "ClientName: a\nAllowedOAuthFlows: []\nEnableTokenRevocation: true\n",
        ["AllowedOAuthFlows", ["code"]],
        ["CallbackURLs", ["https://a.example"]],
      ),
    ).toBe(
      "ClientName: a\nAllowedOAuthFlows:\n  - code\nCallbackURLs:\n  - https://a.example\nEnableTokenRevocation: true\n",
    );
  });

  test("puts what comes first before the first member", () => {
    expect(set("LogoutURLs: []\n", ["GenerateSecret", true])).toBe("GenerateSecret: true\nLogoutURLs: []\n");
  });

  test("fills an empty object", () => {
    expect(set("{}\n", ["GenerateSecret", true])).toBe("GenerateSecret: true\n");
  });

  test("leaves what came through a merge key, and adds the member itself", () => {
    expect(set("x: &x {GenerateSecret: false}\n<<: *x\nClientName: a\n", ["GenerateSecret", true])).toBe(
      "x: &x {GenerateSecret: false}\n<<: *x\nClientName: a\nGenerateSecret: true\n",
    );
  });

  test("has nothing to do where there is no object", () => {
    expect(set("- a\n", ["GenerateSecret", true])).toBe("- a\n");
    expect(set("text\n", ["GenerateSecret", true])).toBe("text\n");
  });
});

describe("removal", () => {
  test("takes the member out", () => {
    const text = "ClientName: a\nGenerateSecret: true\n";
    const { part, spec } = read(text);
    const fix = removal(part, spec, "GenerateSecret");
    expect(fix?.title).toBe("Remove GenerateSecret");
    expect(applyEdits(text, fix?.edits ?? [])).toBe("ClientName: a\n");
  });

  test("is nothing where there is no such member", () => {
    const { part, spec } = read("ClientName: a\n");
    expect(removal(part, spec, "GenerateSecret")).toBeUndefined();
  });
});
