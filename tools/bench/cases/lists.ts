import type { Contest } from "../contest.ts";
import { longList } from "../documents.ts";
import { figure, once } from "../measure.ts";
import { Server } from "../server.ts";
import { met, type Row } from "../table.ts";

/** A list of 10,000 URLs against one of 1,000: opening it until the diagnostics are there. */
export async function lists({ ours, processes }: Contest): Promise<Row[]> {
  const rows: Row[] = [];
  for (const syntax of ["json", "yaml"] as const) {
    const time = async (count: number) => {
      const text = longList(count, syntax);
      const medians: number[] = [];
      for (let round = 0; round < processes; round++) {
        const server = new Server(ours);
        try {
          await server.initialize();
          const values: number[] = [];
          for (let run = 0; run < 4; run++)
            values.push(await once(() => server.open(`file:///bench/${run}.cognito-client.${syntax}`, text)));
          medians.push(figure(values.slice(1)).median);
        } finally {
          server.stop();
        }
      }
      return figure(medians).median;
    };
    const [short, long] = [await time(1000), await time(10_000)];
    rows.push({
      what: `10,000 URLs against 1,000, ${syntax.toUpperCase()}`,
      target: "≤ 12 ×",
      stretch: "",
      ours: `${(long / short).toFixed(1)} × (${long.toFixed(0)} / ${short.toFixed(0)} ms)`,
      met: met(long, 12 * short),
      base: "",
      peers: "",
    });
  }
  return rows;
}
