import type { Syntax } from "../document/part.ts";

/** A language id of ours and the files that it claims by name. package.json's `contributes.languages` is made from it. */
export interface SpecLanguage {
  readonly id: string;
  readonly syntax: Syntax;
  /** As the language picker shows it. */
  readonly name: string;
  /** File name endings, each with its leading dot. */
  readonly extensions: readonly string[];
  /** Whole file names. */
  readonly filenames: readonly string[];
}

/** Plain `client.json` is not here: it belongs to a thousand other programs. */
export const specLanguages: readonly SpecLanguage[] = [
  {
    id: "cognito-client-json",
    syntax: "json",
    name: "Cognito App Client (JSON)",
    extensions: [".cognito-client.json", ".cognito-client.jsonc", ".cognito-app-client.json"],
    filenames: ["cognito-client.json", "cognito-app-client.json"],
  },
  {
    id: "cognito-client-yaml",
    syntax: "yaml",
    name: "Cognito App Client (YAML)",
    extensions: [".cognito-client.yaml", ".cognito-client.yml", ".cognito-app-client.yaml", ".cognito-app-client.yml"],
    filenames: ["cognito-client.yaml", "cognito-client.yml", "cognito-app-client.yaml", "cognito-app-client.yml"],
  },
];

/** Whether a file is a spec by its name. @param path with either kind of slash; only its last part counts. */
export function isSpecFile(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return specLanguages.some(
    ({ filenames, extensions }) => filenames.includes(name) || extensions.some((ending) => name.endsWith(ending)),
  );
}
