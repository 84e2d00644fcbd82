import {
  CONFIG_FILE,
  type Context,
  ENVIRONMENTS_FILES,
  namedSpec,
  openingCharacters,
  type PoolFacts,
  specKeysBelow,
} from "../engine/index.ts";
import {
  type ClientOptions,
  poolFactsNotification,
  type TemplatePool,
  templatePoolsNotification,
} from "../protocol.ts";
import { registerApplicationRequests } from "./application-requests.ts";
import { FIX_ALL } from "./code-actions.ts";
import { ConfigProblems } from "./config-problems.ts";
import { registerCopyRequests } from "./copy-requests.ts";
import { DiagnosticsFeed } from "./diagnostics-feed.ts";
import { Environments } from "./environments.ts";
import { registerEnvironmentsRequests } from "./environments-requests.ts";
import { registerFeatures } from "./features.ts";
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "./library.ts";
import { OpenSpec } from "./open-spec.ts";
import { invalidParamsRequest } from "./params.ts";
import type { Platform } from "./platform.ts";
import { registerRenames, renameFilters } from "./rename-files.ts";
import { SettingsStore } from "./settings.ts";
import { registerSpecFeatures } from "./spec-features.ts";
import { registerSpecRequests } from "./spec-requests.ts";
import { registerWholeFileRequests } from "./whole-file-requests.ts";
import { Workspace } from "./workspace.ts";

/**
 * Serves one client over the connection until it closes. The connection's message strategy is `careful` (params.ts): what arrives
 * here has the form that LSP says. Nothing here knows whether it runs in Node or in a worker.
 */
export function serve(connection: Connection, platform: Platform): void {
  let client: InitializeParams["capabilities"] = {};
  /** The client's, until somebody watches it. */
  let processId: number | undefined;
  let specFeaturesApart = false;
  let commands = false;
  /** Never changed in place: what was found with them is kept until there are others. */
  let facts: ReadonlyMap<string, PoolFacts> = new Map();
  /** By template, logical id → pool id. */
  const templatePools = new Map<string, Map<string, string>>();
  const documents = new TextDocuments<OpenSpec>({
    create: (uri, languageId, version, content) => new OpenSpec(uri, languageId, version, content),
    update: (spec, changes, version) => spec.update(changes, version),
  });
  const configProblems = new ConfigProblems(connection);
  const settings = new SettingsStore(
    connection,
    platform,
    () => client.workspace?.configuration === true,
    (config) => configProblems.tell(config),
  );
  const workspace = new Workspace(connection);
  const environments = new Environments({
    open: (uri) => documents.get(uri)?.document,
    readFile: (uri) => platform.readFile(uri),
  });
  const openSpecs = () =>
    documents.all().flatMap((open) => (open.kind === "spec" ? [namedSpec(open.uri, open.document)] : []));
  const contextOf = async (uri: string, open = documents.get(uri)): Promise<Context | undefined> => {
    const { rules, templateRules, templates } = await settings.of(uri);
    const names = () => workspace.names && { workspace: workspace.names };
    if (open?.kind === "environments") {
      const specKeys = specKeysBelow(uri, [
        ...openSpecs(),
        ...workspace.specs.filter((spec) => !documents.get(spec.uri)),
      ]);
      return { settings: rules, facts, ...names(), specKeys, specs: await environments.specsBeside(open) };
    }
    if (open?.kind === "template") {
      if (!templates.enabled) return undefined;
      return {
        settings: templateRules,
        facts,
        poolsOfTemplate: templatePools.get(uri),
        ...(templateRules !== rules && { unreduced: rules }),
        ...(templates.beside.toolkit && { besideToolkit: true }),
        ...(templates.beside.hover && { isDocumentedElsewhere: true }),
      };
    }
    const linked = await environments.contextOf(uri);
    return { settings: rules, facts, ...linked, ...names() };
  };
  const diagnostics = new DiagnosticsFeed(connection, documents, contextOf, platform.nextTurn);

  connection.onInitialize((params) => {
    client = params.capabilities;
    processId = params.processId ?? undefined;
    diagnostics.pulled = client.textDocument?.diagnostic !== undefined;
    const options = (params.initializationOptions ?? {}) as ClientOptions;
    workspace.canAsk = options.workspaceSpecs === true;
    commands = options.commands === true;
    specFeaturesApart = options.specFeaturesApart === true;
    diagnostics.canRefresh = client.workspace?.diagnostics?.refreshSupport === true;
    return initializeResult(diagnostics.pulled, options);
  });
  connection.onInitialized(() => {
    void watch(connection, client);
    if (specFeaturesApart) void registerSpecFeatures(connection);
  });
  const reconsider = () => {
    settings.forget();
    environments.forget();
    diagnostics.reconsider();
    refreshLenses();
  };
  // What is linked has no lens to create it, whoever has written the link.
  const refreshLenses = () => {
    if (commands && client.workspace?.codeLens?.refreshSupport)
      connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
  };
  connection.onDidChangeConfiguration((change) => {
    settings.tell(change.settings);
    reconsider();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // One that still counts is read, and told, again.
    for (const { uri } of changes) configProblems.clear(uri);
    reconsider();
  });
  connection.onNotification(poolFactsNotification, (pools: readonly PoolFacts[]) => {
    facts = new Map(pools.map((pool) => [pool.poolId, pool]));
    diagnostics.reconsider();
  });
  connection.onNotification(templatePoolsNotification, (pools: readonly TemplatePool[]) => {
    templatePools.clear();
    for (const { uri, logicalId, poolId } of pools)
      templatePools.set(uri, (templatePools.get(uri) ?? new Map<string, string>()).set(logicalId, poolId));
    diagnostics.reconsider();
  });
  documents.onDidClose(({ document }) => {
    settings.close(document.uri);
    if (documents.all().length === 0) {
      configProblems.clearAll();
      settings.forget();
    }
    workspace.changed();
  });
  documents.onDidChangeContent(({ document }) => {
    if (processId === undefined || document.length < LONG) return;
    platform.endWith?.(processId);
    processId = undefined;
  });
  documents.onDidSave(() => workspace.changed());
  // An environments file and its specs are judged together: a change of one is a change for the other.
  documents.onDidChangeContent(({ document }) => {
    if (!document.isEnvironments && !documents.all().some((other) => other.isEnvironments)) return;
    environments.forget();
    diagnostics.reconsider();
    if (document.isEnvironments) refreshLenses();
  });
  registerFeatures(connection, documents, {
    contextOf,
    uriBeside: (uri, path) => environments.uriOf(uri, path),
    displayOf: async (uri) => {
      const { display, templates } = await settings.of(uri);
      return templates.enabled || documents.get(uri)?.kind === "spec" ? display : undefined;
    },
    abilities: () => ({ snippets: client.textDocument?.completion?.completionItem?.snippetSupport === true, commands }),
  });
  registerSpecRequests(connection, documents, contextOf);
  registerWholeFileRequests(connection, documents, { contextOf, forget: (uri) => settings.close(uri) });
  registerApplicationRequests(connection, documents, (poolId) => facts.get(poolId));
  registerCopyRequests(connection, documents);
  registerEnvironmentsRequests(connection, documents, environments);
  registerRenames(connection, environments);
  connection.onRequest(invalidParamsRequest, ({ method }: { readonly method: string }) => {
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      `${method}: these parameters do not have the form that LSP gives them.`,
    );
  });
  documents.listen(connection);
  connection.listen();
}

/** UTF-16 units. What a shorter text costs is over before a client's end would be noticed (every three seconds). */
const LONG = 200_000;

function initializeResult(pulled: boolean, { commands, specFeaturesApart }: ClientOptions): InitializeResult {
  return {
    serverInfo: { name: "cognito-client-language-server" },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      ...(pulled && {
        diagnosticProvider: { identifier: "cognito-client", interFileDependencies: false, workspaceDiagnostics: false },
      }),
      completionProvider: { resolveProvider: true, triggerCharacters: [...openingCharacters] },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ["quickfix", "refactor.rewrite", FIX_ALL] },
      workspace: { fileOperations: { willRename: { filters: renameFilters } } },
      inlayHintProvider: true,
      documentLinkProvider: {},
      ...(commands && { codeLensProvider: {} }),
      definitionProvider: true,
      ...(!specFeaturesApart && {
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        selectionRangeProvider: true,
        documentHighlightProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
      }),
    },
  };
}

/** Asks to be told of settings and config files, where the client can. */
async function watch(connection: Connection, client: InitializeParams["capabilities"]): Promise<void> {
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: "cognitoClient" });
  }
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [CONFIG_FILE, ...ENVIRONMENTS_FILES].map((name) => ({ globPattern: `**/${name}` })),
    });
  }
}
