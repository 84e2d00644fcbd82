import { parseTree } from "jsonc-parser";
import { parseAllDocuments } from "yaml";
import { type Contest, measured } from "../contest.ts";
import { type Form, type Size, sample, typingPlace } from "../documents.ts";
import { repeated } from "../measure.ts";
import { milliseconds, type Row, times } from "../table.ts";

const targets: Record<Form, Partial<Record<Size, readonly [target: string, stretch: string]>>> = {
  object: { medium: ["≤ 2.5 × floor, ≤ JSON server", "1.5 ×"], huge: ["≤ 2.5 × floor, ≤ JSON server", "1.5 ×"] },
  array: { medium: ["", ""], huge: ["≤ 1 × floor", "0.3 ×"] },
  stream: { medium: ["≤ 0.3 × floor", "0.1 ×"], huge: ["≤ 0.06 × floor", "0.02 ×"] },
};

/** One letter in, diagnostics out. The floor is the bare positional parse of the same text and the null server's round trip. */
export async function keystroke(contest: Contest): Promise<Row[]> {
  const rows: Row[] = [];
  for (const form of ["object", "array", "stream"] as const) {
    for (const size of ["medium", "huge"] as const) {
      const document = sample(form, size);
      const runs = size === "huge" ? 8 : 25;
      const at = typingPlace(document);
      const parse = await repeated(runs, () =>
        document.syntax === "json" ? parseTree(document.text) : parseAllDocuments(document.text),
      );
      const slowPeer = size === "huge" && form === "stream";
      const among = slowPeer ? { ...contest, yaml: undefined } : contest;
      const found = await measured(among as Contest, document, runs, (server, uri) => server.type(uri, at, "x"));
      const [ours, bare, before] = ["ours", "null", "before"].map((name) => found.get(name));
      const peer = found.get("JSON server") ?? found.get("YAML server");
      if (!ours || !bare) continue;
      const floor = parse.median + bare.median;
      const [target, stretch] = targets[form][size] ?? ["", ""];
      rows.push({
        what: `keystroke → diagnostics, ${form} ${size}`,
        target,
        stretch,
        ours: `${times(ours, floor)}: ${milliseconds(ours)}`,
        base: `floor ${floor.toFixed(2)} ms`,
        peers: peer ? milliseconds(peer) : "",
        ...(before && { before: milliseconds(before) }),
      });
    }
  }
  return rows;
}
