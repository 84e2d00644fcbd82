import type { Message } from "./library.ts";

/** Whether a value of the wire is what the protocol says it is. */
type Shape = (value: unknown) => boolean;

const string: Shape = (value) => typeof value === "string";
const integer: Shape = (value) => Number.isInteger(value);
/** LSP's `uinteger`. */
const count: Shape = (value) => Number.isInteger(value) && (value as number) >= 0;
const boolean: Shape = (value) => typeof value === "boolean";
const listOf =
  (item: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(item);
const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);
const object = (members: Readonly<Record<string, Shape>> = {}): Shape => {
  const shapes = Object.entries(members);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    for (const [name, shape] of shapes) if (!shape((value as Record<string, unknown>)[name])) return false;
    return true;
  };
};

const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const textDocument = object({ uri: string });
const ofDocument = (more: Readonly<Record<string, Shape>> = {}) => object({ textDocument, ...more });
const atPosition = (more: Readonly<Record<string, Shape>> = {}) => ofDocument({ position, ...more });
const options = object({ tabSize: count, insertSpaces: boolean });
/** Some clients send null for what they do not have. */
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);
const ofApp = { uri: string, index: count };

/** What is read of each message. What is not named here is not looked at, so a newer client may send more. */
const shapes: Readonly<Record<string, Shape>> = {
  initialize: object({
    processId: optional(orNull(integer)),
    capabilities: object({
      workspace: optional(orNull(object({ didChangeConfiguration: optional(orNull(object())) }))),
      textDocument: optional(orNull(object({ completion: optional(orNull(object())) }))),
    }),
    initializationOptions: optional(orNull(object())),
  }),
  "textDocument/didOpen": object({
    textDocument: object({ uri: string, languageId: string, version: integer, text: string }),
  }),
  "textDocument/didChange": object({
    textDocument: object({ uri: string, version: integer }),
    contentChanges: listOf(object({ text: string, range: optional(range) })),
  }),
  "textDocument/didClose": ofDocument(),
  "textDocument/didSave": ofDocument(),
  "textDocument/diagnostic": ofDocument({ previousResultId: optional(orNull(string)) }),
  "textDocument/completion": atPosition({ context: optional(orNull(object({ triggerKind: integer }))) }),
  "completionItem/resolve": object({ label: string }),
  "textDocument/hover": atPosition(),
  "textDocument/definition": atPosition(),
  "textDocument/documentHighlight": atPosition(),
  "textDocument/prepareRename": atPosition(),
  "textDocument/references": atPosition({ context: object({ includeDeclaration: boolean }) }),
  "textDocument/rename": atPosition({ newName: string }),
  "textDocument/codeAction": ofDocument({
    range,
    context: object({ diagnostics: listOf(object({ range, message: string })), only: optional(listOf(string)) }),
  }),
  "textDocument/codeLens": ofDocument(),
  "textDocument/documentLink": ofDocument(),
  "textDocument/documentSymbol": ofDocument(),
  "textDocument/foldingRange": ofDocument(),
  "textDocument/inlayHint": ofDocument({ range }),
  "textDocument/formatting": ofDocument({ options }),
  "textDocument/rangeFormatting": ofDocument({ options, range }),
  "textDocument/selectionRange": ofDocument({ positions: listOf(position) }),
  "workspace/didChangeWatchedFiles": object({ changes: listOf(object({ uri: string })) }),
  "workspace/willRenameFiles": object({ files: listOf(object({ oldUri: string, newUri: string })) }),
  "cognitoClient/poolFacts": listOf(object({ poolId: string })),
  "cognitoClient/templatePools": listOf(object({ uri: string, logicalId: string, poolId: string })),
  "cognitoClient/specOutline": object({ uri: string }),
  "cognitoClient/locate": object({
    uri: string,
    index: optional(count),
    paths: listOf(listOf((step) => string(step) || count(step))),
  }),
  "cognitoClient/writeMembers": object({ ...ofApp, members: object() }),
  "cognitoClient/convert": object({ uri: string }),
  "cognitoClient/environments": object({ uri: string }),
  "cognitoClient/link": object({
    ...ofApp,
    environment: string,
    id: string,
    account: optional(orNull(string)),
    pool: string,
  }),
  "cognitoClient/unlink": object({ uri: string, key: string, environment: string, id: string }),
  "cognitoClient/writeAccount": object({ uri: string, environment: string, account: string }),
  "cognitoClient/namedEnvironments": object({ uri: string }),
  "cognitoClient/linkedSpecs": object({ uri: string }),
  "cognitoClient/checkFile": object({ uri: string, languageId: optional(string), text: string }),
  "cognitoClient/fixAll": object({ uri: string, rule: optional(string) }),
  "cognitoClient/looksLikeSpec": object({ uri: string, languageId: string, text: string }),
  "cognitoClient/appConfigurations": object({ ...ofApp, poolId: string, clientId: string, set: optional(object()) }),
  "cognitoClient/signIn": object({
    ...ofApp,
    poolId: string,
    clientId: string,
    set: optional(object()),
    made: object({ verifier: string, challenge: string, state: string }),
    callback: optional(string),
  }),
  "cognitoClient/templateAppClient": object({ uri: string, index: optional(count), position: optional(position) }),
  "cognitoClient/copy": object({ uri: string, index: optional(count), position: optional(position), as: string }),
};

export const methodsWithShapes: readonly string[] = Object.keys(shapes);

/** Answers -32602; `careful` sends it what it stops. */
export const invalidParamsRequest = "cognitoClient/invalidParams";

/**
 * A message strategy (vscode-jsonrpc) that lets only well-formed parameters through to the handlers, so that none has to look:
 * a request gets JSON-RPC's -32602, a notification is dropped, as nothing can be answered to it.
 */
export const careful = {
  handleMessage(message: Message, next: (message: Message) => Promise<void> | void): Promise<void> | void {
    const { method, params, id } = message as Message & { method?: unknown; params?: unknown; id?: unknown };
    const shape = typeof method === "string" && Object.hasOwn(shapes, method) ? shapes[method] : undefined;
    // JSON-RPC's parameters by position: the one that there is.
    const given = Array.isArray(params) && params.length === 1 ? params[0] : params;
    if (!shape || (shape(given) && (given !== params || !Array.isArray(params)))) return next(message);
    if (id === undefined || id === null) return;
    return next({ ...message, method: invalidParamsRequest, params: { method } } as Message);
  },
};
