import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, type LspClient, pullingClient } from "../support/lsp.ts";

/** Looks like a client secret, and stands nowhere else. */
const CANARY = "canary7secret7that7nobody7may7see";

const specs: readonly (readonly [name: string, uri: string, text: string])[] = [
  [
    "a fitting one",
    "file:///a.cognito-client.yaml",
    `UserPoolId: eu-west-1_a\nClientName: web\nClientSecret: ${CANARY}\n`,
  ],
  [
    "in JSON",
    "file:///b.cognito-client.json",
    `{ "UserPoolId": "eu-west-1_a", "ClientName": "web", "ClientSecret": "${CANARY}", "GenerateSecret": true }`,
  ],
  ["of the wrong form", "file:///c.cognito-client.yaml", `ClientName: web\nClientSecret: "${CANARY}-/="\n`],
  ["too long", "file:///d.cognito-client.yaml", `ClientSecret: ${CANARY.repeat(4)}\n`],
  ["in a list", "file:///e.cognito-client.yaml", `ClientSecret: [${CANARY}]\n`],
  ["twice", "file:///f.cognito-client.yaml", `ClientSecret: ${CANARY}\nClientSecret: ${CANARY}\n`],
  [
    "under other names",
    "file:///g.cognito-client.yaml",
    `clientSecret: ${CANARY}\nclient_secret: ${CANARY}\nclientsecret: ${CANARY}\n`,
  ],
  [
    "in a pasted answer",
    "file:///h.cognito-client.json",
    `{ "UserPoolClient": { "ClientId": "a", "ClientSecret": "${CANARY}", "CreationDate": 1, "LastModifiedDate": 1 } }`,
  ],
  ["in a broken document", "file:///i.cognito-client.json", `{ "ClientName": "web", "ClientSecret": "${CANARY} \n }`],
  [
    "unclosed in YAML",
    "file:///j.cognito-client.yaml",
    `ClientName: web\nClientSecret: "${CANARY}\nGenerateSecret: true\n`,
  ],
  ["without a key's colon", "file:///k.cognito-client.yaml", `ClientName: web\nClientSecret ${CANARY}\n`],
  ["behind an alias", "file:///l.cognito-client.yaml", `ClientSecret: &s ${CANARY}\nClientName: *s\n`],
];

let client: LspClient;
beforeEach(async () => {
  client = connect();
  await client.initialize(pullingClient, { commands: true });
});
afterEach(() => client.dispose());

/** A slip of the hand right before the secret, within it or behind it; one in so many of them, since each is asked everything. */
const slips = [..."\"':,{}[]#&*!|>%@`\n \t", "", "${", "{{", "<<<<<<< HEAD\n", "\u00a0", "\ufeff"];
const STRIDE = 3;
const mutants = specs.flatMap(([name, uri, text], index) => {
  const at = text.indexOf(CANARY);
  const places = [at - 12, at - 2, at - 1, at, at + CANARY.length, at + CANARY.length + 1];
  return places
    .flatMap((place) =>
      slips.map((slip) => `${text.slice(0, place)}${slip}${text.slice(slip === "" ? place + 1 : place)}`),
    )
    .filter((mutant, number) => number % STRIDE === index % STRIDE && mutant.includes(CANARY.slice(0, 12)))
    .map((mutant) => [name, uri, mutant] as const);
});

test("a slip around the secret changes nothing about that", async () => {
  expect(mutants.length).toBeGreaterThan(500);
  const uris = new Set<string>();
  const leaks: string[] = [];
  for (const [, uri, text] of mutants) {
    if (uris.has(uri)) await client.change(uri, { text });
    else await client.open(uri, text);
    uris.add(uri);
    const lines = text.split("\n");
    const line = lines.findIndex((each) => each.includes(CANARY.slice(0, 12)));
    const position = { line, character: (lines[line] ?? "").indexOf(CANARY.slice(0, 12)) + 2 };
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const diagnostics = await client.pull(uri);
    const actions = await client.request<{ title: string }[]>("textDocument/codeAction", uri, undefined, {
      range,
      context: { diagnostics },
    });
    const said = [diagnostics, actions.map(({ title }) => title)];
    for (const method of ["documentSymbol", "documentLink", "codeLens"])
      said.push([await client.request(`textDocument/${method}`, uri)] as never);
    for (const method of ["hover", "completion"])
      said.push([await client.request(`textDocument/${method}`, uri, position)] as never);
    const words = JSON.stringify(said);
    const leak = [CANARY.slice(0, 12), CANARY.slice(-12)].find((piece) => words.includes(piece));
    if (leak)
      leaks.push(
        `${JSON.stringify(text)}: ${words.slice(Math.max(0, words.indexOf(leak) - 80), words.indexOf(leak) + 40)}`,
      );
  }
  expect(leaks).toEqual([]);
});

test.each(specs)("a secret in a spec is in nothing that the server says: %s", async (_name, uri, text) => {
  await client.open(uri, text);
  const end = { line: text.split("\n").length, character: 0 };
  const whole = { range: { start: { line: 0, character: 0 }, end } };
  const said: unknown[] = [await client.report(uri)];
  const diagnostics = await client.pull(uri);
  const actions = await client.request<{ title: string; edit?: unknown }[]>("textDocument/codeAction", uri, undefined, {
    ...whole,
    context: { diagnostics },
  });
  // An edit gives the document its own text back; what people read of it is the title.
  said.push(actions.map(({ title }) => title));
  for (const method of ["documentSymbol", "foldingRange", "documentLink", "codeLens"])
    said.push(await client.request(`textDocument/${method}`, uri));
  said.push(await client.request("textDocument/inlayHint", uri, undefined, whole));
  for (const [line, content] of text.split("\n").entries()) {
    for (let character = 0; character <= content.length; character += 3) {
      said.push(await client.request("textDocument/hover", uri, { line, character }));
      said.push(await client.request("textDocument/completion", uri, { line, character }));
    }
  }
  expect(JSON.stringify(said)).not.toContain(CANARY.slice(0, 12));
});
