import { allRules, nearest, pageOf, slips } from "../../server/src/engine/index.ts";
import { type Command, parseOptions } from "../command.ts";
import { type Io, UsageError } from "../io.ts";
import { rulePage } from "../package-folder.ts";

export const explainCommand: Command = {
  summary: "print the page of a rule, offline",
  usage: "RULE",
  about:
    "Prints what a rule says, why, AWS's own message where it is known, and a wrong and a right example, as Markdown.",
  options: {},
  examples: [
    ["cognito-client explain implicit-grant", "what a finding [implicit-grant] is about"],
    ["cognito-client rules", "the rules that there are"],
  ],
  exitCodes: { 0: "printed", 2: "bad usage, no such rule, or output that cannot be written" },
  run: explain,
};

function explain(args: readonly string[], io: Io): number {
  const [id, ...more] = parseOptions({}, args).positionals;
  if (id === undefined || more.length > 0) throw new UsageError("Name one rule: cognito-client explain RULE.");
  const rule = allRules.find((each) => each.id === id);
  if (!rule) {
    const ids = allRules.map((each) => each.id);
    throw new UsageError(`There is no rule "${id}".${hint(id, ids)}`);
  }
  // Where the package came without its pages, the rule's own words are still there.
  const page = rulePage(id) ?? `# ${id}\n\n${rule.summary}.\n\n${rule.why}\n\nSource: <${rule.source}>\n`;
  const text = page
    .replace(/^<!--[\s\S]*?-->\s*/, "")
    .replace(/ ?\[All rules\]\(README\.md\)\./, "")
    // Links to other rules are of use as commands, those into the repository as addresses.
    .replace(/\]\(README\.md\)/g, "] (cognito-client rules)")
    .replace(/\]\((?:\.\.\/)+/g, `](${pageOf("").replace(/docs\/rules\/\.md$/, "")}`)
    .replace(/\]\(([a-z0-9-]+)\.md(?:#[^)]*)?\)/g, "] (cognito-client explain $1)");
  io.out(`${text.trimEnd()}\n\nOn the web: <${pageOf(id)}>\n`);
  return 0;
}

/** The rule that was probably meant, or those that have the word in their names. */
function hint(id: string, ids: readonly string[]): string {
  const meant = nearest(id, ids, slips(id));
  if (meant !== undefined) return ` Did you mean ${meant}?`;
  const about = id === "" ? [] : ids.filter((each) => each.includes(id.toLowerCase()));
  if (about.length === 0) return ' "cognito-client rules" lists them.';
  return ` With that in their names: ${about.slice(0, MOST).join(", ")}${about.length > MOST ? ", …" : ""}.`;
}

const MOST = 8;
