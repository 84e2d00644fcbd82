import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Contest, contenders, uriOf } from "../contest.ts";
import { sample } from "../documents.ts";
import { inTurn, once } from "../measure.ts";
import { Server, type ServerCommand } from "../server.ts";
import { met, milliseconds, type Row, times } from "../table.ts";

/** From spawning the process to the first diagnostics of a small spec; with a compile cache that is there, and without one. */
export async function start(contest: Contest): Promise<Row[]> {
  const rows: Row[] = [];
  for (const form of ["object", "stream"] as const) {
    const small = sample(form, "small");
    const firstDiagnostics = (command: ServerCommand) => async () => {
      const server = new Server(command);
      const time = await once(async () => {
        await server.initialize();
        await server.open(uriOf(small), small.text);
      });
      server.stop();
      return time;
    };
    const commands = contenders(contest, small.syntax);
    const steps = Object.fromEntries(commands.map((command) => [command.name, firstDiagnostics(command)]));
    // Fills the compile caches.
    for (const command of [contest.ours, contest.before]) {
      if (!command) continue;
      const first = new Server(command);
      await first.initialize();
      await first.open(uriOf(small), small.text);
      await first.end();
    }
    const found = await inTurn(Math.max(21, contest.processes), {
      ...steps,
      cold: cold(contest.ours, firstDiagnostics),
    });
    const peer = commands.find(({ name }) => name.endsWith(" server"))?.name ?? "";
    const [ours, bare, coldStart, beside, old] = ["ours", "null", "cold", peer, "before"].map((name) =>
      found.get(name),
    );
    if (!ours || !bare || !coldStart) continue;
    rows.push({
      what: `spawn → first diagnostics, ${small.syntax.toUpperCase()}`,
      target: "≤ VS Code's JSON server",
      stretch: "0.8 × of it",
      ours: `${beside && small.syntax === "json" ? `${times(ours, beside)}: ` : ""}${milliseconds(ours)}; cold ${milliseconds(coldStart)}`,
      ...(beside && small.syntax === "json" && { met: met(ours.median, beside.median, 0.8 * beside.median) }),
      base: `null ${milliseconds(bare)}`,
      peers: beside ? `${peer} ${milliseconds(beside)}` : "",
      ...(old && { before: milliseconds(old) }),
    });
  }
  return rows;
}

/** The same server with an empty cache folder each time. */
function cold(ours: ServerCommand, step: (command: ServerCommand) => () => Promise<number>): () => Promise<number> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), "cognito-bench-cold-"));
    try {
      return await step({ ...ours, env: { ...ours.env, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder } })();
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}
