import type { Level, Preset } from "./rule.ts";

/** What a user may set, from VS Code, from `cognito-client.config.json` or from the command line. */
export interface Settings {
  readonly preset: Preset;
  /** Rule id → level; wins over the preset. */
  readonly rules: Readonly<Record<string, Level>>;
}

export const defaultSettings: Settings = { preset: "recommended", rules: {} };
