/** Where the documentation is on the web; the same files come with the package. */
const REPOSITORY = "https://github.com/cognito-app-client/cognito-app-client/blob/main/";

/** Opens a page that came with the package. It takes a page's path and does nothing else, so a link in a hover may run it. */
export const openPageCommand = "cognitoClient.openPage";

/** A page of ours: `docs/rules/implicit-grant.md`, with the heading to go to, if any. */
export interface Page {
  readonly path: string;
  readonly fragment?: string;
}

/** @returns the page that a text names, or `undefined` where it is none of ours: nothing else is ever opened by our links. */
export function pageNamed(text: unknown): Page | undefined {
  const match = typeof text === "string" ? /^(docs\/(?:rules\/)?[A-Za-z0-9-]+\.md)(?:#([\w-]+))?$/.exec(text) : null;
  const [, path, fragment] = match ?? [];
  if (path === undefined) return undefined;
  return fragment === undefined ? { path } : { path, fragment };
}

/** @returns the page that an address on the web is of. */
export function pageAt(address: string): Page | undefined {
  return address.startsWith(REPOSITORY) ? pageNamed(address.slice(REPOSITORY.length)) : undefined;
}

/** @returns the same page as a link that opens it in the editor; `undefined` for addresses that are not ours. */
export function offlineAddress(address: string): string | undefined {
  const page = pageAt(address);
  if (!page) return undefined;
  const name = page.fragment === undefined ? page.path : `${page.path}#${page.fragment}`;
  return `command:${openPageCommand}?${encodeURIComponent(JSON.stringify([name]))}`;
}

/** @returns Markdown whose links to our pages open in the editor; other links stay as they are. */
export function withOfflineLinks(markdown: string): string {
  return markdown.replace(/\]\((https:[^()\s]+)\)/g, (link, address: string) => {
    const offline = offlineAddress(address);
    return offline === undefined ? link : `](${offline})`;
  });
}
