import { expect, test } from "vitest";
import { clientsIn } from "../../../server/src/engine/clients/clients-in.ts";
import { parseSpec } from "../../../server/src/engine/document/parse.ts";
import type { Dialect, SpecDocument } from "../../../server/src/engine/document/part.ts";
import { plainOf } from "../../../server/src/engine/document/plain.ts";
import { applyEdits } from "../../../server/src/engine/document/text-edit.ts";
import { findingsIn } from "../../../server/src/engine/features/check.ts";
import { fixesAt } from "../../../server/src/engine/features/fixes.ts";
import { suppressionEdit } from "../../../server/src/engine/features/suppress.ts";
import { writtenFiles } from "./files.ts";

const settings = { preset: "strict", rules: {} } as const;

/** All that is said and offered of an app client, without where it stands. */
function told(document: SpecDocument, index: number): string[] {
  const client = clientsIn(document)[index];
  if (!client) throw new Error(`no app client ${index}`);
  const { path } = client;
  return findingsIn(client, { settings }).map((finding) => {
    const { rule, severity, message, span } = finding;
    const fixes = fixesAt(document, span, { settings })
      .filter((fix) => fix.finding === finding)
      .map(({ title, safe, edits }) => {
        const fixed = clientsIn(parseSpec(applyEdits(document.text, edits), document.dialect))[index];
        return [title, safe, plainOf(fixed?.root) ?? null];
      });
    const silenced = suppressionEdit(document, finding);
    const left =
      silenced &&
      findingsIn(clientsOfEdited(document, [silenced])[index] ?? client, { settings }).map((each) => each.rule.id);
    expect(finding.path.slice(0, path.length)).toEqual(path);
    return JSON.stringify([rule.id, severity, message, finding.path.slice(path.length), fixes, left?.sort() ?? "-"]);
  });
}

function clientsOfEdited(document: SpecDocument, edits: Parameters<typeof applyEdits>[1]) {
  return clientsIn(parseSpec(applyEdits(document.text, edits), document.dialect));
}

const indented = (text: string) => text.replace(/^(?=.*\S)/gm, "  ");

/** The other app client, which has findings and a suppression of its own. */
const neighbour =
  "# cognito-client-disable-next-line implicit-grant -- old\nAllowedOAuthFlows: [implicit]\nClientNam: x\n";
const jsonNeighbour =
  '{\n// cognito-client-disable-next-line implicit-grant -- old\n"AllowedOAuthFlows": ["implicit"], "ClientNam": "x" }';

/** [container, dialect, text with the app client in the second place]. */
function placesOf(text: string, dialect: Dialect): [string, Dialect, string][] {
  if (dialect !== "yaml") return [["array", "jsonc", `[${jsonNeighbour},\n${text}\n,${jsonNeighbour}]`]];
  const list = (each: string) => `-\n${indented(each)}`;
  return [
    ["stream", "yaml", `${neighbour}---\n${text.replace(/\n?$/, "\n")}---\n${neighbour}`],
    ["list", "yaml", `${list(neighbour)}${list(text).replace(/\n?$/, "\n")}${list(neighbour)}`],
  ];
}

const alone = writtenFiles()
  .map((file) => ({ ...file, text: file.text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n") }))
  .filter(({ text, dialect }) => {
    const document = parseSpec(text, dialect);
    const clients = clientsIn(document);
    const [client] = clients;
    if (clients.length !== 1 || !client?.root || client.path.length > 0) return false;
    // What YAML cannot read means something else between neighbours, and markers of a document are none when indented.
    if (dialect === "yaml" && client.part.problems.some(({ code }) => code === "syntax-error")) return false;
    return !/^(?:---|\.\.\.|%)|[|>]\d/m.test(text);
  });

test("most of the corpus is compared", () => {
  expect(alone.length).toBeGreaterThan(120);
});

test.each(alone)("$path says the same alone, in a stream, in a list and in an array", ({ text, dialect }) => {
  const comments = dialect === "yaml" ? "yaml" : "jsonc";
  const expected = told(parseSpec(text, comments), 0);
  for (const [container, inner, whole] of placesOf(text, dialect)) {
    const document = parseSpec(whole, inner);
    expect(clientsIn(document), whole).toHaveLength(3);
    expect(told(document, 1), `${container}\n${whole}`).toEqual(expected);
    // And the neighbours are untouched by it.
    expect(told(document, 0), container).toEqual(told(document, 2));
  }
});
