import type { Dialect } from "./part.ts";

/**
 * Which syntax a spec is in: the language id decides, then the file's ending; without either it is JSON if it begins like JSON.
 * Only a file named `.json` is held to plain JSON: an untitled one may have comments until it gets a name.
 */
export function dialectOf(name: string, languageId = "", text = ""): Dialect {
  const path = name.replace(/[?#][\s\S]*$/, "").toLowerCase();
  if (languageId.includes("yaml")) return "yaml";
  if (!languageId.includes("json")) {
    if (/\.ya?ml$/.test(path)) return "yaml";
    if (!/\.jsonc?$/.test(path) && !/^\uFEFF?\s*[[{]/.test(text)) return "yaml";
  }
  return path.endsWith(".json") && languageId !== "jsonc" ? "json" : "jsonc";
}
