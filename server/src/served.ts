/** Which files are served for what stands in them. Imports nothing: the extension asks before it starts anything. */

/**
 * Which files are templates with app clients is told by what stands in them: of the likely names most hold none, and
 * a quarter of those that do have other names.
 */
export const APP_CLIENT = "AWS::Cognito::UserPoolClient";

/** What stands right before the type: `Type: `, `"Type": "`. */
const BEFORE = /(?<![\w.])(["']?)Type\1[ \t]*:\s*(["']?)$/;

/** Characters before the type that are looked at: spaces and line breaks may stand there. */
const NEAR = 200;

/**
 * @returns whether an app client's resource stands in the text, outside YAML comments. Costs next to nothing where none does, however
 * long the text is, and a look at each place that names it.
 */
export function holdsAppClient(text: string): boolean {
  const isJson = /^\uFEFF?\s*\{/.test(text);
  for (let at = text.indexOf(APP_CLIENT); at >= 0; at = text.indexOf(APP_CLIENT, at + 1)) {
    const from = Math.max(0, at - NEAR);
    const before = BEFORE.exec(text.slice(from, at));
    const [quote = "", next = ""] = [before?.[2], text.charAt(at + APP_CLIENT.length)];
    if (!before || (quote === "" ? /[\w:]/.test(next) : next !== quote)) continue;
    if (isJson || !isCommentedOut(text, from + before.index)) return true;
  }
  return false;
}

/** A `#` begins a comment at the start of a line and behind white space. */
function isCommentedOut(text: string, at: number): boolean {
  return /(?:^|\s)#/.test(text.slice(text.lastIndexOf("\n", at) + 1, at));
}

/** Folders and names that tools write; nobody repairs such a file by hand. @param path with either slash. */
export function isGenerated(path: string): boolean {
  return /(?:^|[\\/])(?:cdk\.out|\.aws-sam|\.serverless|node_modules)[\\/]|(?:^|[\\/])packaged\.ya?ml$/.test(path);
}
