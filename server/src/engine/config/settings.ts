import type { Preset } from "../lint/rule.ts";
import { defaultSettings, type Settings } from "../lint/settings.ts";
import type { Config } from "./config-file.ts";

/** Where settings come from, whoever asks: each may say all, some, or nothing of them. */
export interface SettingsSources {
  /** Those of an editor; a person's own. */
  readonly editor?: Settings | undefined;
  /** The config file nearest to the spec; the team's. */
  readonly config?: Pick<Config, "preset" | "rules"> | undefined;
  /** What was typed for this one run. */
  readonly commandLine?: { readonly preset?: Preset | undefined; readonly rules?: Settings["rules"] } | undefined;
}

/** The settings that count for a spec: the command line's word over the config file's, which the whole team shares, over the editor's. */
export function settingsFor({ editor = defaultSettings, config, commandLine }: SettingsSources): Settings {
  // The same object for the same content keeps what was computed for it.
  if (!config && !commandLine) return editor;
  return {
    preset: commandLine?.preset ?? config?.preset ?? editor.preset,
    rules: { ...editor.rules, ...config?.rules, ...commandLine?.rules },
  };
}
