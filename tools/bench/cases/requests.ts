import { parseTree } from "jsonc-parser";
import { parseAllDocuments } from "yaml";
import { type Contest, measured } from "../contest.ts";
import { type Form, type Sample, type Size, sample } from "../documents.ts";
import { type Figure, repeated } from "../measure.ts";
import { met, milliseconds, type Row, times } from "../table.ts";
import { stepsOn } from "./steps.ts";

/** What one document's budget is made of, in milliseconds. */
interface Figures {
  /** Another server on the same document, if it can read it. */
  readonly peer: number;
  readonly bare: number;
  /** The bare positional parse of the text, and the null server's round trip. */
  readonly floor: number;
  /** Ours: a letter until its diagnostics are there. */
  readonly keystroke: number;
}

interface Budget {
  readonly target: string;
  readonly stretch: string;
  /** In milliseconds. */
  readonly limit: (figures: Figures) => number;
  readonly wish?: (figures: Figures) => number;
}

const quick: Budget = {
  target: "≤ peer, or null + 0.2 ms",
  stretch: "null + 0.1 ms",
  limit: ({ peer, bare }) => Math.max(Number.isNaN(peer) ? 0 : peer, bare + 0.2),
  wish: ({ bare }) => bare + 0.1,
};

const budgets: Readonly<Record<string, Budget>> = {
  hover: quick,
  "completion of a value": quick,
  "completion of a name": quick,
  "letter, then completion": {
    target: "≤ keystroke + 1 ms",
    stretch: "",
    limit: ({ keystroke }) => keystroke + 1,
  },
  "document symbols": {
    target: "≤ 1 × floor",
    stretch: "0.5 ×",
    limit: ({ floor }) => floor,
    wish: ({ floor }) => floor / 2,
  },
  "code action, first": {
    target: "≤ 3 × floor + 1 ms",
    stretch: "1.5 ×",
    limit: ({ floor }) => 3 * floor + 1,
    wish: ({ floor }) => 1.5 * floor,
  },
  "code action, again": {
    target: "≤ null + 0.2 ms",
    stretch: "null + 0.1 ms",
    limit: ({ bare }) => bare + 0.2,
    wish: ({ bare }) => bare + 0.1,
  },
};

/** Of a keystroke, as multiples of the floor; one object must not lose against the JSON server either. */
const keystrokes: Record<Form, Partial<Record<Size, readonly [target: number, stretch: number]>>> = {
  object: { medium: [2.5, 1.5], huge: [2.5, 1.5] },
  array: { huge: [1, 0.3] },
  stream: { medium: [0.3, 0.1], huge: [0.06, 0.02] },
};

function budgetOf(step: string, { form, size }: Sample): Budget | undefined {
  if (!step.startsWith("keystroke")) return budgets[step];
  const [most, wished] = keystrokes[form][size] ?? [];
  if (most === undefined || wished === undefined) return undefined;
  return {
    target: `≤ ${most} × floor${form === "object" ? ", ≤ JSON server" : ""}`,
    stretch: `${wished} ×`,
    limit: ({ floor, peer }) => Math.min(most * floor, form === "object" && peer > 0 ? peer : Number.POSITIVE_INFINITY),
    wish: ({ floor }) => wished * floor,
  };
}

/** Each request on each document, in the order of the requests. */
export async function requests(contest: Contest): Promise<Row[]> {
  const rows = new Map<string, Row[]>();
  for (const document of samples()) {
    const runs = { small: 100, medium: 30, huge: 15 }[document.size];
    const parse = await repeated(runs, () =>
      document.syntax === "json" ? parseTree(document.text) : parseAllDocuments(document.text),
    );
    const found = await measured(withoutSlow(contest, document), document, runs, stepsOn(document));
    const keystroke = found.get("keystroke → diagnostics")?.get("ours")?.median ?? Number.NaN;
    for (const [step, figures] of found)
      rows.set(step, [...(rows.get(step) ?? []), rowOf(step, document, figures, parse.median, keystroke)]);
  }
  return [...rows.values()].flat();
}

const samples = (): Sample[] => [
  sample("object", "small"),
  sample("stream", "small"),
  ...(["object", "array", "stream"] as const).flatMap((form) => [sample(form, "medium"), sample(form, "huge")]),
];

function rowOf(
  step: string,
  document: Sample,
  found: ReadonlyMap<string, Figure>,
  parse: number,
  keystroke: number,
): Row {
  const median = (who: string) => found.get(who)?.median ?? Number.NaN;
  const cell = (who: string) => {
    const figure = found.get(who);
    return figure ? milliseconds(figure) : "";
  };
  const peer = ["JSON server", "YAML server"].find((name) => found.has(name)) ?? "";
  const figures: Figures = { peer: median(peer), bare: median("null"), floor: parse + median("null"), keystroke };
  const budget = budgetOf(step, document);
  const ofFloor = budget?.target.includes("floor") === true;
  const [ours, floor] = [median("ours"), figures.floor];
  return {
    what: `${step}, ${document.form} ${document.size}`,
    target: budget?.target ?? "",
    stretch: budget?.stretch ?? "",
    ours: `${ofFloor ? `${times(ours, floor)}: ` : ""}${cell("ours")}`,
    ...(budget && { met: met(ours, budget.limit(figures), budget.wish?.(figures)) }),
    base: ofFloor
      ? `floor ${floor.toFixed(2)} ms`
      : step.startsWith("letter")
        ? `keystroke ${keystroke.toFixed(2)} ms`
        : `null ${cell("null")}`,
    peers: cell(peer),
    ...(found.has("before") && { before: cell("before") }),
  };
}

/** The YAML server takes seconds for a huge stream: it is left out there. */
function withoutSlow(contest: Contest, { syntax, size }: Sample): Contest {
  if (syntax === "json" || size !== "huge") return contest;
  const { yaml: _, ...others } = contest;
  return others;
}
