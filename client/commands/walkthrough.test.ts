import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Step {
  readonly id: string;
  readonly completionEvents?: readonly string[];
}
interface Manifest {
  readonly contributes: { readonly walkthroughs: readonly { readonly steps: readonly Step[] }[] };
}

test.each(readdirSync("walkthrough"))("%s: no line of code is wider than the walkthrough shows", (file) => {
  const blocks = readFileSync(`walkthrough/${file}`, "utf8").match(/^```[^`]*^```/gm) ?? [];
  expect(blocks.flatMap((block) => block.split("\n")).filter((line) => line.length > 44)).toEqual([]);
});

test("a step is ticked by what a command reached, not by its call", () => {
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
  const events = contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap((step) => step.completionEvents ?? []));
  const reached = readFileSync("client/commands/reached.ts", "utf8");
  for (const event of events) {
    const [, step = ""] = /^onContext:cognitoClient\.reached\.(\w+)$/.exec(event) ?? [];
    expect(reached).toContain(`"${step}"`);
  }
  expect(events).toHaveLength(4);
});
