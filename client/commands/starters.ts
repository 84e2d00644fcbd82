/** A whole spec for one kind of application, out of `snippets/`: the same text that completion offers in an empty spec. */
export interface Starter {
  readonly title: string;
  readonly description: string;
  /** VS Code snippet, with tab stops. */
  readonly body: string;
}

interface Snippet {
  readonly description: string;
  readonly body: readonly string[];
  readonly isFileTemplate?: boolean;
}

/** @param text a file of VS Code snippets. @returns those that fill a whole file, in the file's order. */
export function startersOf(text: string): Starter[] {
  const snippets = JSON.parse(text) as Readonly<Record<string, Snippet>>;
  return Object.entries(snippets)
    .filter(([, { isFileTemplate }]) => isFileTemplate === true)
    .map(([title, { description, body }]) => ({ title, description, body: body.join("\n") }));
}
