/** Which files are ours by their names. Imports nothing: the extension asks before it starts anything, and so do generators. */

/** A language id of ours and the files that it claims by name. package.json's `contributes.languages` is made from it. */
export interface SpecLanguage {
  readonly id: string;
  readonly syntax: "json" | "yaml";
  /** As the language picker shows it. */
  readonly name: string;
  /** File name endings, each with its leading dot. */
  readonly extensions: readonly string[];
  /** Whole file names. */
  readonly filenames: readonly string[];
}

/** Plain `client.json` is not here: it belongs to a thousand other programs. */
export const specLanguages = [
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
] as const satisfies readonly SpecLanguage[];

/** Whether a file is a spec by its name. @param path with either kind of slash; only its last part counts. */
export function isSpecFile(path: string): boolean {
  const name = lastOf(path);
  const languages: readonly SpecLanguage[] = specLanguages;
  return languages.some(
    ({ filenames, extensions }) => filenames.includes(name) || extensions.some((ending) => name.endsWith(ending)),
  );
}

/** Environments files, found upward from a spec; the nearest one counts, alone. In this order where a folder has several. */
export const ENVIRONMENTS_FILES: readonly string[] = [
  "cognito-client.environments.yaml",
  "cognito-client.environments.yml",
  "cognito-client.environments.json",
  "cognito-client.environments.jsonc",
];

/** @param path any path or URI, with `/` or `\`. */
export function isEnvironmentsFile(path: string): boolean {
  return ENVIRONMENTS_FILES.includes(lastOf(path));
}

function lastOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
