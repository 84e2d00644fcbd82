import type { Level, Preset } from "./rule.ts";

/** `hint` marks faintly without an entry in Problems; `error` stops a create and makes `cognito-client lint` fail. */
export const levels = ["off", "hint", "info", "warning", "error"] as const satisfies readonly Level[];

export const presets = ["recommended", "strict"] as const satisfies readonly Preset[];

export function isLevel(value: unknown): value is Level {
  return (levels as readonly unknown[]).includes(value);
}

export function isPreset(value: unknown): value is Preset {
  return (presets as readonly unknown[]).includes(value);
}
