import { describe, expect, test } from "vitest";
import { readSettings } from "./settings.ts";

const defaults = {
  rules: { preset: "recommended", rules: {} },
  display: { lifetimes: true, defaults: false, codeLens: true },
  templates: { enabled: true, beside: { linter: false, toolkit: false, hover: false } },
};

describe("the settings of any editor", () => {
  test.each([[undefined], [null], [{}], [[]], ["strict"], [42]])("%j: the defaults, without a complaint", (raw) => {
    expect(readSettings(raw)).toEqual({ settings: defaults, problems: [] });
  });

  test("all of them", () => {
    const raw = {
      preset: "strict",
      rules: { "implicit-grant": "off" },
      inlayHints: { lifetimes: false, defaults: true },
      codeLens: { enabled: false },
      templates: { enabled: false, overlap: "theirs" },
      trace: { server: "off" },
    };
    expect(readSettings(raw)).toEqual({
      settings: {
        rules: { preset: "strict", rules: { "implicit-grant": "off" } },
        display: { lifetimes: false, defaults: true, codeLens: false },
        templates: { enabled: false, beside: { linter: true, toolkit: true, hover: true } },
      },
      problems: [],
    });
  });

  test("what is wrong is told and left out", () => {
    const { settings, problems } = readSettings({
      preset: "all",
      rules: { "no-such": "off", "implicit-grant": "fatal", "wrong-type": "info" },
      inlayHints: { lifetimes: "no" },
      codeLens: true,
      templates: { enabled: 1, overlap: "mine" },
    });
    expect(settings).toEqual({ ...defaults, rules: { preset: "recommended", rules: { "wrong-type": "info" } } });
    expect(problems).toEqual([
      expect.stringContaining('There is no rule "no-such"'),
      expect.stringContaining("The level of a rule is one of"),
      "preset is recommended or strict.",
      "templates.overlap is auto or ours or theirs.",
    ]);
  });

  test("null is no setting, as some editors send it", () => {
    const { settings, problems } = readSettings({ preset: null, rules: null, inlayHints: null, codeLens: null });
    expect({ settings, problems }).toEqual({ settings: defaults, problems: [] });
  });
});
