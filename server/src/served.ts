/** Which files are served for what stands in them. Imports nothing: the extension asks before it starts anything. */

/**
 * Which files are templates with app clients is told by what stands in them: of the likely names most hold none, and
 * a quarter of those that do have other names.
 */
export const APP_CLIENT = "AWS::Cognito::UserPoolClient";

/** `Type: …` or `"Type": "…"` with nothing commented out before it on its line. */
const TYPE_LINE = /^[^#\n]*(?<![\w.])(["']?)Type\1[ \t]*:\s*(["']?)AWS::Cognito::UserPoolClient\2(?![\w:])/m;

/** @returns whether an app client's resource stands in the text, outside YAML comments. Costs next to nothing where none does. */
export function holdsAppClient(text: string): boolean {
  return text.includes(APP_CLIENT) && TYPE_LINE.test(text);
}

/** Folders and names that tools write; nobody repairs such a file by hand. @param path with either slash. */
export function isGenerated(path: string): boolean {
  return /(?:^|[\\/])(?:cdk\.out|\.aws-sam|\.serverless|node_modules)[\\/]|(?:^|[\\/])packaged\.ya?ml$/.test(path);
}
