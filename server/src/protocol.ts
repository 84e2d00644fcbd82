/** Names and payloads of our own messages between the extension and the language server. Imports nothing. */

/** Server → client: `{ uri }` → the file's text, or `null` when there is none. For files that only the client can reach. */
export const readFileRequest = "cognitoClient/readFile";

/** Client → server: PoolFacts[] as plain data: everything that is known of live pools, replacing what was known before. */
export const poolFactsNotification = "cognitoClient/poolFacts";

/** Server → client: → WorkspaceNames, names used in the workspace's other specs. */
export const workspaceNamesRequest = "cognitoClient/workspaceNames";
