import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface ShortTemplate {
  readonly name: string;
  /** `severity rule pointer`, in the order of the text. */
  readonly expected: readonly string[];
  readonly text: string;
  /** It has what JSON cannot say. */
  readonly isYamlOnly: boolean;
}

/** Many short templates in one file: `# === name`, then a comment line for each finding that is expected, then the template. */
export function shortTemplates(file: string): ShortTemplate[] {
  const source = readFileSync(join(import.meta.dirname, "../fixtures/templates", file), "utf8");
  return source
    .split(/^# === /m)
    .slice(1)
    .map((each) => {
      const [head = "", ...lines] = each.split("\n");
      const start = lines.findIndex((line) => !/^# (?:error|warning|info|hint) /.test(line));
      return {
        name: head.replace(" (YAML only)", ""),
        isYamlOnly: head.endsWith(" (YAML only)"),
        expected: lines.slice(0, start).map((line) => line.slice(2)),
        text: lines.slice(start).join("\n"),
      };
    });
}
