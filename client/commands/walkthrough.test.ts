import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";

interface Step {
  readonly id: string;
  readonly media: { readonly image: Record<"dark" | "light" | "hc" | "hcLight", string>; readonly altText: string };
  readonly completionEvents?: readonly string[];
}
interface Manifest {
  readonly contributes: { readonly walkthroughs: readonly { readonly steps: readonly Step[] }[] };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

test("each step has a picture, light and dark, that is small enough for a package", () => {
  const steps = manifest.contributes.walkthroughs.flatMap(({ steps }) => steps);
  for (const { id, media } of steps) {
    expect(media.altText).toBe(`%walkthrough.${id}.picture%`);
    const { dark, light, hc, hcLight } = media.image;
    expect([dark, light, hc, hcLight]).toEqual(
      ["dark", "light", "dark", "light"].map((kind) => `docs/images/${id}-${kind}.webp`),
    );
    for (const picture of [dark, light]) expect(statSync(picture).size).toBeLessThan(18_000);
  }
});

test("a step is ticked by what a command reached, not by its call", () => {
  const events = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
    steps.flatMap((step) => step.completionEvents ?? []),
  );
  const reached = readFileSync("client/commands/reached.ts", "utf8");
  for (const event of events) {
    const [, step = ""] = /^onContext:cognitoClient\.reached\.(\w+)$/.exec(event) ?? [];
    expect(reached).toContain(`"${step}"`);
  }
  expect(events).toHaveLength(4);
});
