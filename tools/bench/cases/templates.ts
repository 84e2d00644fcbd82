import { parseTree } from "jsonc-parser";
import { parseAllDocuments } from "yaml";
import { holdsAppClient } from "../../../server/src/served.ts";
import type { Contest } from "../contest.ts";
import { type Figure, figure, once, repeated } from "../measure.ts";
import { type Place, Server, type ServerCommand } from "../server.ts";
import { mebibytes, met, milliseconds, type Row, times } from "../table.ts";
import { otherYaml, type TemplateSample, templateOf } from "../template-documents.ts";

const KB = 1000;
const samples = [
  { size: "150 kB", bytes: 150 * KB, clients: 1, runs: 25 },
  { size: "1 MB", bytes: 1000 * KB, clients: 1, runs: 12 },
  { size: "200 app clients", bytes: 0, clients: 200, runs: 12 },
] as const;

/** Templates, against the parse of the whole file: a keystroke in an app client and elsewhere, opening, memory; and files that are none. */
export async function templates(contest: Contest): Promise<Row[]> {
  const rows: Row[] = [];
  const ours = inTemplates(contest.ours);
  for (const { size, bytes, clients, runs } of samples) {
    for (const syntax of ["yaml", "json"] as const) {
      const sample = templateOf(syntax, bytes, clients);
      const parse = await repeated(runs, () =>
        syntax === "json" ? parseTree(sample.text) : parseAllDocuments(sample.text),
      );
      const found = await measured(ours, sample, runs, contest.processes);
      const bare = await measured(inTemplates(contest.bare), sample, runs, contest.processes);
      const older = contest.before && inTemplates(contest.before);
      // A build that knows no templates takes them for specs, and finds other things.
      const isLikeOurs = older && (await findings(older, sample)) === (await findings(ours, sample));
      const before = isLikeOurs ? await measured(older, sample, runs, contest.processes) : undefined;
      const row = (what: string, key: "own" | "elsewhere" | "open", isBudget = false): Row => ({
        what: `template, ${syntax}, ${size}: ${what}`,
        target: isBudget ? "≤ 0.1 × parse" : "",
        stretch: isBudget ? "0.03 ×" : "",
        ours: `${times(found[key], parse)}: ${milliseconds(found[key])}`,
        ...(isBudget && { met: met(found[key].median, 0.1 * parse.median, 0.03 * parse.median) }),
        base: `parse ${milliseconds(parse)}; null ${milliseconds(bare[key])}`,
        peers: "",
        ...(before && { before: milliseconds(before[key]) }),
      });
      rows.push(
        row("keystroke in an app client", "own", size === "150 kB"),
        ...(bytes > 0 ? [row("keystroke elsewhere", "elsewhere")] : []),
        row("open → diagnostics", "open"),
        {
          what: `template, ${syntax}, ${size}: resident memory after ${2 * runs} keystrokes`,
          target: "",
          stretch: "",
          ours: mebibytes(found.memory),
          base: "",
          peers: "",
          ...(before && { before: mebibytes(before.memory) }),
        },
      );
    }
  }
  return [...rows, ...(await noTemplates())];
}

/** As an editor opens a template: in the language that it has. */
function inTemplates(command: ServerCommand): ServerCommand {
  return { ...command, languageIds: { json: "json", yaml: "yaml" } };
}

async function findings(command: ServerCommand, { syntax, text }: TemplateSample): Promise<number> {
  const server = new Server(command);
  try {
    await server.initialize();
    return (await server.open(`file:///bench/template.${syntax}`, text)).length;
  } finally {
    server.stop();
  }
}

type Measured = Readonly<Record<"own" | "elsewhere" | "open" | "memory", Figure>>;

async function measured(
  command: ServerCommand,
  sample: TemplateSample,
  runs: number,
  processes: number,
): Promise<Measured> {
  const values = { own: [] as number[], elsewhere: [] as number[], open: [] as number[], memory: [] as number[] };
  const uri = `file:///bench/template.${sample.syntax}`;
  const [own, elsewhere] = [placeOf(sample.text, /web-\d*/), placeOf(sample.text, /handler \d*/)];
  for (let round = 0; round < processes; round++) {
    const server = new Server(command);
    try {
      await server.initialize();
      values.open.push(await once(() => server.open(uri, sample.text)));
      values.own.push(await typing(server, uri, own, runs));
      if (elsewhere) values.elsewhere.push(await typing(server, uri, elsewhere, runs));
      values.memory.push(server.memory());
    } finally {
      server.stop();
    }
  }
  const figures = Object.entries(values).map(([key, all]) => [key, figure(all)]);
  return Object.fromEntries(figures) as Measured;
}

async function typing(server: Server, uri: string, at: Place | undefined, runs: number): Promise<number> {
  if (!at) return Number.NaN;
  await server.type(uri, at, "x");
  const all: number[] = [];
  for (let run = 0; run < runs; run++) all.push(await once(() => server.type(uri, at, "x")));
  return figure(all).median;
}

/** Behind the match in the middle of the text. */
function placeOf(text: string, pattern: RegExp): Place | undefined {
  const rows = text.split("\n");
  const matching = rows.flatMap((row, line) => {
    const match = pattern.exec(row);
    return match ? [{ line, character: match.index + match[0].length }] : [];
  });
  return matching[matching.length >> 1];
}

/** What the extension does with a file that is no template: looks at its text. That no server runs is shown in test/e2e. */
async function noTemplates(): Promise<Row[]> {
  const texts = {
    "that names no app client": otherYaml(5_000_000, "services"),
    "with an app client in a comment": otherYaml(5_000_000, "Type: AWS::Cognito::UserPoolClient"),
  };
  const rows: Row[] = [];
  for (const [what, text] of Object.entries(texts)) {
    if (holdsAppClient(text)) throw new Error("This is a template");
    const found = await repeated(15, () => holdsAppClient(text));
    rows.push({
      what: `YAML of 5 MB ${what}: look of the extension`,
      target: "≤ 5 ms",
      stretch: "",
      ours: milliseconds(found),
      met: met(found.median, 5),
      base: "",
      peers: "",
    });
  }
  return rows;
}
