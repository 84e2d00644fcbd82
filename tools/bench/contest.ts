import type { Sample } from "./documents.ts";
import { type Figure, figure } from "./measure.ts";
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

/** Something that is measured on an open document, and leaves the text as it was but for letters within a value. */
export interface Step {
  readonly name: string;
  /** Once, before the first run. */
  readonly before?: (server: Server, uri: string) => Promise<unknown> | unknown;
  /** @returns milliseconds of what counts. */
  readonly run: (server: Server, uri: string, run: number) => Promise<number>;
  readonly after?: (server: Server, uri: string) => Promise<unknown> | unknown;
}

/**
 * Opens a document in fresh processes of each contender in turn, and measures one step after the other `runs` times in each, after one
 * run that does not count.
 *
 * @returns by step, a figure of the processes' medians for each contender, by name.
 */
export async function measured(
  contest: Contest,
  sample: Sample,
  runs: number,
  steps: readonly Step[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Figure>>> {
  const commands = contenders(contest, sample.syntax);
  const medians = new Map(steps.map(({ name }) => [name, new Map<string, number[]>()]));
  for (let round = 0; round < contest.processes; round++) {
    for (const command of commands) {
      const server = new Server(command);
      const uri = uriOf(sample);
      try {
        await server.initialize();
        await server.open(uri, sample.text);
        for (const { name, before, run, after } of steps) {
          await before?.(server, uri);
          await run(server, uri, 0);
          const values: number[] = [];
          for (let count = 1; count <= runs; count++) values.push(await run(server, uri, count));
          await after?.(server, uri);
          const all = medians.get(name);
          all?.set(command.name, [...(all.get(command.name) ?? []), figure(values).median]);
        }
      } finally {
        server.stop();
      }
    }
  }
  return new Map(
    [...medians].map(([name, all]) => [name, new Map([...all].map(([who, values]) => [who, figure(values)]))]),
  );
}
