import type { Step } from "../contest.ts";
import { keyPlace, nameLine, type Sample, typingPlace, valuePlace } from "../documents.ts";
import { once } from "../measure.ts";
import type { Place, Server } from "../server.ts";

/** What people ask of an open document, in the order in which it is measured. */
export function stepsOn(document: Sample): readonly Step[] {
  const [key, value, typing, name] = [
    keyPlace(document),
    valuePlace(document),
    typingPlace(document),
    nameLine(document),
  ];
  const asked = (method: string, place: Place) => (server: Server, uri: string) => ask(server, method, uri, place);
  return [
    { name: "hover", run: asked("hover", key) },
    { name: "completion of a value", run: asked("completion", value) },
    {
      name: "completion of a name",
      before: (server, uri) => server.type(uri, name.at, name.insert),
      run: asked("completion", name.place),
      after: (server, uri) => server.type(uri, name.at, "", { line: name.at.line + 1, character: 0 }),
    },
    {
      name: "letter, then completion",
      run: (server, uri) => {
        const behind = { line: value.line, character: value.character + 1 };
        return once(() => {
          server.edit(uri, value, "p");
          return ask(server, "completion", uri, behind);
        });
      },
    },
    { name: "keystroke → diagnostics", run: (server, uri) => once(() => server.type(uri, typing, "x")) },
    ...(document.size === "huge" ? [symbols] : []),
    ...codeActions(document, key.line),
  ];
}

const ask = (server: Server, method: string, uri: string, position: Place) =>
  once(() => server.ask(`textDocument/${method}`, { textDocument: { uri }, position }));

const symbols: Step = {
  name: "document symbols",
  run: (server, uri) => once(() => server.ask("textDocument/documentSymbol", { textDocument: { uri } })),
};

/** On a fault, a misspelt value: when its diagnostics have just been told, and on unchanged text. */
function codeActions(document: Sample, line: number): Step[] {
  const at = (document.text.split("\n")[line] ?? "").indexOf("ENABLED");
  const place = { line, character: at + 2 };
  const actions = (server: Server, uri: string) =>
    once(() =>
      server.ask("textDocument/codeAction", {
        textDocument: { uri },
        range: { start: place, end: place },
        context: { diagnostics: [] },
      }),
    );
  return [
    {
      name: "code action, first",
      before: (server, uri) => server.type(uri, { line, character: at + "ENABLE".length }, "", "D".length),
      // A letter too many comes and goes, so that it stays the same fault.
      run: async (server, uri, run) => {
        await (run % 2 === 0 ? server.type(uri, place, "x") : server.type(uri, place, "", 1));
        return actions(server, uri);
      },
    },
    { name: "code action, again", run: actions },
  ];
}
