import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSpec } from "../../../server/src/engine/document/parse.ts";
import type { Dialect } from "../../../server/src/engine/document/part.ts";
import { check } from "../../../server/src/engine/features/check.ts";
import { tapeOf, writeJson, writeYaml } from "../../support/random-spec.ts";
import { chooseSpec } from "../../support/random-values.ts";
import { runs, tape } from "./tape.ts";

function told(text: string, dialect: Dialect): string[] {
  return check(parseSpec(text, dialect), { settings: { preset: "strict", rules: {} } })
    .map(
      ({ rule, severity, message, path }) =>
        `${severity} ${rule.id} at /${path.join("/")}: ${message.replace(UNWRITTEN, written)}`,
    )
    .sort();
}
/** JSON has no null that is not written, which YAML's `Key:` is. */
const UNWRITTEN = /has no value yet\. Give it one(, or remove it)?\./;
const written = (_: string, removal?: string) =>
  `is null, which the AWS CLI and boto3 refuse and the JavaScript SDK leaves out. Give it a value${removal ? `${removal} for the default` : ""}.`;

test("a spec gets the same findings as JSON, as JSONC and as YAML in any style", () => {
  fc.assert(
    fc.property(tape, tape, (content, style) => {
      const spec = chooseSpec(tapeOf(content));
      const expected = told(JSON.stringify(spec), "json");
      const written: [Dialect, string][] = [
        ["json", writeJson(spec, tapeOf(style), "json")],
        ["jsonc", writeJson(spec, tapeOf(style), "jsonc")],
        ["yaml", writeYaml(spec, tapeOf(style))],
        ["yaml", JSON.stringify(spec)],
      ];
      for (const [dialect, text] of written) expect(told(text, dialect), `${dialect}\n${text}`).toEqual(expected);
    }),
    { numRuns: runs(300) },
  );
}, 600_000);
