import type { Sample } from "./documents.ts";
import { type Figure, figure, once } from "./measure.ts";
import { Server, type ServerCommand } from "./server.ts";

/** Who is measured in a run. */
export interface Contest {
  readonly ours: ServerCommand;
  readonly bare: ServerCommand;
  readonly json?: ServerCommand;
  readonly yaml?: ServerCommand;
  /** An older build of ours. */
  readonly before?: ServerCommand;
  /** Fresh processes for each figure. */
  readonly processes: number;
}

export const uriOf = ({ syntax }: Pick<Sample, "syntax">): string => `file:///bench/doc.cognito-client.${syntax}`;

/** Those who can read the document. */
export function contenders(contest: Contest, syntax: "json" | "yaml"): ServerCommand[] {
  const peer = syntax === "json" ? contest.json : contest.yaml;
  return [contest.bare, contest.ours, peer, contest.before].filter((command) => command !== undefined);
}

/**
 * Opens a document in fresh processes, one after the other in turn, and measures a step `runs` times in each, after one run that
 * does not count.
 *
 * @returns a figure of the processes' medians for each contender, by name.
 */
export async function measured(
  contest: Contest,
  sample: Sample,
  runs: number,
  step: (server: Server, uri: string, run: number) => Promise<unknown>,
): Promise<Map<string, Figure>> {
  const commands = contenders(contest, sample.syntax);
  const medians = new Map<string, number[]>(commands.map(({ name }) => [name, []]));
  for (let round = 0; round < contest.processes; round++) {
    for (const command of commands) {
      const server = new Server(command);
      try {
        await server.initialize();
        await server.open(uriOf(sample), sample.text);
        await step(server, uriOf(sample), 0);
        const values: number[] = [];
        for (let run = 1; run <= runs; run++) values.push(await once(() => step(server, uriOf(sample), run)));
        medians.get(command.name)?.push(figure(values).median);
      } finally {
        server.stop();
      }
    }
  }
  return new Map([...medians].map(([name, values]) => [name, figure(values)]));
}
