import type { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { type Answer, openLab } from "./lab.ts";
import { knobOf, omittedMembers, units } from "./omitted.ts";
import { secrets } from "./secrets.ts";
import { lite, styles, writes } from "./writes.ts";

export interface Section {
  readonly title: string;
  readonly answers: readonly Answer[];
}

/**
 * Asks everything that docs/what-aws-does.md does not know, in two pools of its own that are gone afterwards. A question
 * that fails says so in its place and stops no other.
 */
export async function ask(
  api: CognitoIdentityProviderClient,
  name: string,
  say: (line: string) => void,
): Promise<readonly Section[]> {
  const sections: Section[] = [];
  const section = async (title: string, questions: () => Promise<readonly Answer[]>) => {
    say(`Asking: ${title}…`);
    const failed = (error: unknown) => [{ about: "not asked", found: String(error) }];
    sections.push({ title, answers: await questions().catch(failed) });
  };
  await using lab = await openLab(api, name, "ESSENTIALS", say);
  await section("What an update does with a member that it leaves out", async () => {
    const members = await omittedMembers(lab);
    return [...members, { about: "all of them, as a knob of the strict server", found: knobOf(members) }];
  });
  await section("Units of lifetimes", () => units(lab));
  await section("Secrets", () => secrets(lab));
  await section("Reads and writes", () => writes(lab));
  await section("Styles of managed login", () => styles(lab));
  await section("A pool of the Lite plan", async () => {
    await using cheap = await openLab(api, `${name}-lite`, "LITE", say);
    return await lite(cheap);
  });
  return sections;
}

/** The answers as a table for docs/what-aws-does.md. */
export function report(sections: readonly Section[]): string {
  const width = Math.max(...sections.flatMap(({ answers }) => answers.map(({ about }) => about.length)));
  return sections
    .map(({ title, answers }) =>
      [title, ...answers.map(({ about, found }) => `  ${about.padEnd(width)}  ${found}`)].join("\n"),
    )
    .join("\n\n");
}
