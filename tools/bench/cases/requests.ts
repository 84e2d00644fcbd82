import { type Contest, measured } from "../contest.ts";
import { keyPlace, nameLine, type Sample, sample, valuePlace } from "../documents.ts";
import type { Figure } from "../measure.ts";
import { once } from "../measure.ts";
import type { Place, Server } from "../server.ts";
import { milliseconds, type Row } from "../table.ts";

const forms = ["object", "array", "stream"] as const;
const runsOf = (size: Sample["size"]) => (size === "huge" ? 8 : 25);

const samples = (): Sample[] => [
  sample("object", "small"),
  sample("stream", "small"),
  ...forms.flatMap((form) => [sample(form, "medium"), sample(form, "huge")]),
];

const ask = (server: Server, method: string, uri: string, position: Place) =>
  server.ask(`textDocument/${method}`, { textDocument: { uri }, position });

/** Completion of a value and of a name on text that did not change, and of a value right behind a letter. */
export async function completion(contest: Contest): Promise<Row[]> {
  const rows: Row[] = [];
  for (const document of samples()) {
    const place = valuePlace(document);
    const still = await measured(withoutSlow(contest, document), document, runsOf(document.size), (server, uri) =>
      ask(server, "completion", uri, place),
    );
    rows.push(row("completion of a value", document, still, "≤ JSON server, or null + 0.2 ms", "null + 0.1 ms"));
    const name = nameLine(document);
    let opened: Server | undefined;
    const names = await measured(
      withoutSlow(contest, document),
      document,
      runsOf(document.size),
      async (server, uri) => {
        if (opened !== server) server.edit(uri, name.at, name.insert);
        opened = server;
        await ask(server, "completion", uri, name.place);
      },
    );
    rows.push(row("completion of a name", document, names, "≤ JSON server, or null + 0.2 ms", "null + 0.1 ms"));
    const typed = await measured(withoutSlow(contest, document), document, runsOf(document.size), (server, uri) => {
      server.edit(uri, place, "p");
      return ask(server, "completion", uri, { line: place.line, character: place.character + 1 });
    });
    rows.push(row("letter, then completion", document, typed, "≤ keystroke + 1 ms", "null + 0.1 ms"));
  }
  return rows;
}

export async function hover(contest: Contest): Promise<Row[]> {
  const rows: Row[] = [];
  for (const document of samples()) {
    const place = keyPlace(document);
    const found = await measured(withoutSlow(contest, document), document, runsOf(document.size), (server, uri) =>
      ask(server, "hover", uri, place),
    );
    rows.push(row("hover", document, found, "≤ JSON server, or null + 0.2 ms", "null + 0.1 ms"));
  }
  return rows;
}

/** Code actions on a fault: an enum value that is misspelt. First: right after the edit that made it; again: nothing changed. */
export async function codeAction(contest: Contest): Promise<Row[]> {
  const rows: Row[] = [];
  for (const document of samples()) {
    const { text, place } = broken(document);
    const faulty = { ...document, text };
    const context = { diagnostics: [] };
    const request = (server: Server, uri: string) =>
      server.ask("textDocument/codeAction", { textDocument: { uri }, range: { start: place, end: place }, context });
    const again = await measured(withoutSlow(contest, document), faulty, runsOf(document.size), request);
    rows.push(row("code action, again", document, again, "null + 0.2 ms", "null + 0.1 ms"));
    const first = await measured(withoutSlow(contest, document), faulty, runsOf(document.size), async (server, uri) => {
      await server.type(uri, { line: place.line, character: place.character }, "x");
      return request(server, uri);
    });
    rows.push(row("letter, diagnostics, code action", document, first, "≤ 3 × floor + 1 ms + keystroke", "1.5 ×"));
  }
  return rows;
}

function broken(document: Sample): { text: string; place: Place } {
  const place = keyPlace(document);
  const rows = document.text.split("\n");
  rows[place.line] = (rows[place.line] ?? "").replace("ENABLED", "ENABLE");
  const line = rows[place.line] ?? "";
  return { text: rows.join("\n"), place: { line: place.line, character: line.indexOf("ENABLE") + 2 } };
}

export async function symbols(contest: Contest): Promise<Row[]> {
  const rows: Row[] = [];
  for (const form of forms) {
    const document = sample(form, "huge");
    const found = await measured(withoutSlow(contest, document), document, 5, (server, uri) =>
      server.ask("textDocument/documentSymbol", { textDocument: { uri } }),
    );
    rows.push(row("document symbols", document, found, "≤ 1 × floor", "0.5 ×"));
  }
  return rows;
}

/** A list of 10,000 URLs against one of 1,000: opening it until the diagnostics are there. */
export async function listGrowth(
  contest: Contest,
  text: (count: number, syntax: "json" | "yaml") => string,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const syntax of ["json", "yaml"] as const) {
    const time = async (count: number) => {
      const form = syntax === "json" ? "object" : "stream";
      const document: Sample = { form, size: "medium", syntax, text: text(count, syntax) };
      const alone = { ours: contest.ours, bare: contest.bare, processes: 3 };
      let version = 0;
      const found = await measured(alone, document, 3, (server) =>
        once(() => server.open(`file:///bench/${version++}.cognito-client.${syntax}`, document.text)),
      );
      return found.get("ours")?.median ?? Number.NaN;
    };
    const [short, long] = [await time(1000), await time(10_000)];
    rows.push({
      what: `10,000 URLs against 1,000, ${syntax.toUpperCase()}`,
      target: "≤ 12 ×",
      stretch: "",
      ours: `${(long / short).toFixed(1)} × (${long.toFixed(0)} / ${short.toFixed(0)} ms)`,
      base: "",
      peers: "",
    });
  }
  return rows;
}

/** The YAML server takes seconds for a huge stream: it is left out there. */
const withoutSlow = (contest: Contest, { syntax, size }: Sample): Contest => {
  if (syntax === "json" || size !== "huge") return contest;
  const { yaml: _, ...others } = contest;
  return others;
};

function row(what: string, { form, size }: Sample, found: Map<string, Figure>, target: string, stretch: string): Row {
  const [ours, bare, before] = ["ours", "null", "before"].map((name) => found.get(name));
  const peer = found.get("JSON server") ?? found.get("YAML server");
  return {
    what: `${what}, ${form} ${size}`,
    target,
    stretch,
    ours: ours ? milliseconds(ours) : "",
    base: bare ? `null ${milliseconds(bare)}` : "",
    peers: peer ? milliseconds(peer) : "",
    ...(before && { before: milliseconds(before) }),
  };
}
