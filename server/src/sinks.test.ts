import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  codeForMarkdown,
  cut,
  forMarkdown,
  forNotification,
  forPlan,
  forPrograms,
  forTerminal,
  forWorkflowMessage,
  forWorkflowProperty,
  forXml,
  linesForTerminal,
  visible,
} from "./sinks.ts";

/** Text as an attacker writes it: the characters that some sink gives a meaning, densely. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\u001b]0;T\u0007",
        "\u001b[31m",
        "\u009b31m",
        "\u007f",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\u2028",
        "\u2029",
        "\u0085",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\u00a0",
        "\u00ad",
        "\ud800",
        "\u{e0041}",
        "::error::",
        "::",
        "##[error]",
        "##vso[task.setvariable]",
        "##",
        "[a](command:x)",
        "](",
        "]",
        "(",
        "<b>",
        "&amp;",
        "|",
        "`",
        "``",
        "%0A",
        "%",
        " ",
        ":",
        ",",
        '"',
        "\\",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** Written by hand, apart from the product's own pattern: what must never reach a sink raw. */
const raw =
  /[\p{Cc}\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}|[\u{e0000}-\u{e007f}]/u;

const sinks: Readonly<Record<string, (text: string) => string>> = {
  visible,
  forTerminal,
  forWorkflowProperty,
  forMarkdown,
  codeForMarkdown,
  forNotification,
  forXml,
};

describe("nothing unseen is left", () => {
  test.each(Object.entries(sinks))("%s", (_name, sink) => {
    fc.assert(fc.property(hostile, (text) => !raw.test(sink(text))));
  });

  test("where lines stay lines, nothing else does", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const sink of [linesForTerminal, forPlan, forWorkflowMessage])
          expect(raw.test(sink(text).replace(/[\n\t]/g, "")), sink.name).toBe(false);
      }),
    );
  });
});

test("what can be seen stays as it is, in any language", () => {
  for (const text of ["web-dashboard.cognito-client.yaml", "größe 日本語 עברית 🏊", "https://example.com/a?b=c"])
    for (const sink of [visible, forTerminal, forNotification, forPlan]) expect(sink(text)).toBe(text);
});

test("an escape says which character it was", () => {
  expect(visible("a\u001b[31m\u202eb\u{e0041}")).toBe("a\\u001b[31m\\u202eb\\udb40\\udc41");
  expect(visible("a\tb\u00a0c", "\t")).toBe("a\tb\\u00a0c");
});

describe("a terminal that a CI service reads", () => {
  /** As actions/runner reads a line: ActionCommand.TryParseV2 and TryParse. */
  const commands = (line: string) => line.trim().startsWith("::") || /##\w*\[/.test(line);

  test("no value begins a workflow command, whatever line it begins or stands in", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of [
          forTerminal(text),
          `${forTerminal(text)}: error`,
          `  ${forTerminal(text)}`,
          `a ${forTerminal(text)}`,
        ])
          expect(commands(line), line).toBe(false);
        for (const line of linesForTerminal(text).split("\n")) expect(commands(line), line).toBe(false);
      }),
    );
  });

  test("a file name of an attack", () => {
    expect(forTerminal("x\n::add-mask::y")).toBe("x\\u000a::add-mask::y");
    expect(forTerminal("::add-mask::x.yaml")).toBe("\\u003a:add-mask::x.yaml");
    expect(forTerminal("a ##[group]b")).toBe("a \\u0023#[group]b");
  });
});

test("a workflow command ends where we end it", () => {
  fc.assert(
    fc.property(hostile, hostile, (file, message) => {
      const line = `::error file=${forWorkflowProperty(file)},line=1::${forWorkflowMessage(message)}`;
      expect(line.split("\n")).toHaveLength(1);
      const [, properties] = line.split("::");
      expect(properties?.split(",")).toHaveLength(2);
    }),
  );
});

test("a notification has no link but ours", () => {
  /** VS Code's own pattern (base/common/linkedText.ts). */
  const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/;
  const attack = "[fix it](command:workbench.action.terminal.sendSequence?%7B%7D).yaml";
  expect(link.test(attack)).toBe(true);
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      expect(link.test(`${forNotification(a)}${forNotification(b)}: [x]${forNotification(b)}`)).toBe(false);
      expect(link.test(forNotification(`${a}${attack}${b}`, 10_000))).toBe(false);
    }),
  );
});

test("JSON for programs means the same, and no CI service reads a command in it", () => {
  fc.assert(
    fc.property(fc.array(hostile), (values) => {
      const text = forPrograms(JSON.stringify(values, null, 1));
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(values)));
      expect(text).not.toMatch(/^\s*::|##\w*\[/m);
      expect(raw.test(text.replaceAll("\n", ""))).toBe(false);
      for (const value of values) expect(forXml(value)).not.toMatch(/##\w*\[/);
    }),
  );
});

test("a plan's JSON means the same and shows it", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), hostile), (request) => {
      expect(JSON.parse(forPlan(JSON.stringify(request, null, 2)))).toEqual(JSON.parse(JSON.stringify(request)));
    }),
  );
});

test("Markdown shows the words, and code the value", () => {
  expect(forMarkdown("[x](command:a) <b> ![i](u) a|b")).toBe(
    "\\[x\\]\\(command\\:a\\) \\<b\\> \\!\\[i\\]\\(u\\) a\\|b",
  );
  expect(codeForMarkdown("a``b")).toBe("```a``b```");
  expect(codeForMarkdown("`a")).toBe("`` `a ``");
  fc.assert(
    fc.property(hostile, (text) => {
      const code = codeForMarkdown(text);
      const fence = /^`+/.exec(code)?.[0] ?? "";
      // No run of exactly the fence's length within it: there the code would end.
      expect(code.slice(fence.length, -fence.length).split(/[^`]+/)).not.toContain(fence);
    }),
  );
});

test("a long text is cut between characters", () => {
  expect(cut("abcdef", 4)).toBe("abc…");
  expect(cut("🏊🏊🏊", 3)).toBe("🏊🏊🏊");
  expect(cut("🏊🏊🏊🏊", 3)).toBe("🏊🏊…");
  expect(forNotification("x".repeat(1_000)).length).toBe(300);
});
