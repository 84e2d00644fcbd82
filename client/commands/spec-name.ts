/** Names by which a file is a spec wherever it is opened; package.json claims them for our languages. */
const SPEC_NAME = /(?:^|\.)cognito-(?:app-)?client\.(?:jsonc?|ya?ml)$/i;

/** @returns whether a path or file name alone tells that it is a spec. */
export function isSpecName(path: string): boolean {
  return SPEC_NAME.test(path.slice(path.lastIndexOf("/") + 1));
}

/**
 * @returns the path with a file name that tells that it is a spec: `nightly.json` becomes `nightly.cognito-client.json`.
 * Another ending than `.json`, `.jsonc`, `.yaml` or `.yml` is kept, and the syntax's own put behind it.
 */
export function withSpecName(path: string, syntax: "json" | "yaml"): string {
  if (isSpecName(path)) return path;
  const ending = (syntax === "json" ? /\.jsonc?$/i : /\.ya?ml$/i).exec(path)?.[0];
  const stem = ending ? path.slice(0, -ending.length) : path;
  return `${stem}.cognito-client${ending ?? `.${syntax}`}`;
}

/** @returns a file name after the ClientName that a starter proposes: `nightly-job.cognito-client.yaml`. */
export function proposedName(starter: string, syntax: "json" | "yaml"): string {
  const name = /\bClientName"?: "?\$\{\d+:([\w-]+)\}/.exec(starter)?.[1] ?? "web";
  return `${name}.cognito-client.${syntax}`;
}

/** @returns the pattern of `files.associations` for one file: a pattern with a slash is compared with the whole path. */
export function associationFor(path: string): string {
  // What a glob would read as more than the character itself stands in brackets.
  const literal = path.replace(/[*?[\]{}]/g, (character) => (character === "]" ? "[]]" : `[${character}]`));
  return literal.startsWith("/") ? literal : `**/${literal}`;
}
