import type { Syntax } from "../../server/src/engine/document/part.ts";
import { starterBlocks } from "../../server/src/engine/starters/starter-blocks.ts";
import { blockSnippet, starterSnippet } from "../../server/src/engine/starters/starter-text.ts";
import { starters } from "../../server/src/engine/starters/starters.ts";

/**
 * @returns a file of VS Code snippets: the whole specs (offered by "Fill File with Snippet" too), then the blocks.
 * They have no prefix: with one VS Code would offer them everywhere, inside a list of scopes too. The language server offers
 * both where they fit, and *Insert Snippet* lists them all.
 */
export function snippets(syntax: Syntax): Record<string, unknown> {
  const whole = starters.map(({ title, description, members }) => [
    title,
    { description, isFileTemplate: true, body: starterSnippet(members, syntax).split("\n") },
  ]);
  const blocks = starterBlocks.map(({ title, description, members }) => [
    title,
    { description, body: blockSnippet(members, syntax).split("\n") },
  ]);
  return Object.fromEntries([...whole, ...blocks]);
}
