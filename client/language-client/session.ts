import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import {
  type ConvertedSpec,
  type ConvertParams,
  convertRequest,
  environmentsRequest,
  type LinkEdits,
  type LinkedSpecWire,
  type LinkParams,
  type LocateParams,
  linkedSpecsRequest,
  linkRequest,
  locateRequest,
  type NamedEnvironments,
  namedEnvironmentsRequest,
  poolFactsNotification,
  readFileRequest,
  type SpecEnvironments,
  type SpecOutline,
  specOutlineRequest,
  type TemplatePool,
  templatePoolsNotification,
  type UnlinkParams,
  unlinkRequest,
  type WireEdit,
  type WireRange,
  type WriteAccountParams,
  type WriteMembersParams,
  workspaceSpecsRequest,
  writeAccountRequest,
  writeMembersRequest,
} from "../../server/src/protocol.ts";
import type { TemplateDocuments } from "../templates/template-documents.ts";
import { type Asks, asks } from "./asks.ts";
import { clientOptions } from "./options.ts";
import { readFile, workspaceSpecs } from "./requests.ts";
import { servedOnly } from "./served.ts";
import { traceChannel } from "./trace-channel.ts";

/** The language server as the rest of the extension sees it. */
export interface Session extends vscode.Disposable, Asks {
  restart(): Promise<void>;
  /** What the spec holds, or `undefined` when the server does not know the document. */
  outline(document: vscode.TextDocument): Promise<SpecOutline | undefined>;
  /** Ranges of values of one app client, `undefined` where there is none. */
  locate(params: LocateParams): Promise<(vscode.Range | undefined)[]>;
  /** What the nearest environments file says of an open spec; `undefined` where there is none. */
  environments(document: vscode.TextDocument): Promise<SpecEnvironments | undefined>;
  /** All that an environments file links. */
  linkedSpecs(file: vscode.Uri): Promise<readonly LinkedSpecWire[]>;
  /** How a link is written down; nothing is changed by asking. */
  link(params: LinkParams): Promise<LinkEdits>;
  /** How an id is taken out of an environments file; nothing is changed by asking. */
  unlink(params: UnlinkParams): Promise<LinkEdits>;
  /** How an environment's account is written down; nothing is changed by asking. */
  writeAccount(params: WriteAccountParams): Promise<LinkEdits>;
  /** What an environments file says of targets. */
  namedEnvironments(file: vscode.Uri): Promise<NamedEnvironments>;
  /** The edits after which an app client says these members; `undefined` when it cannot be edited as it stands. */
  writeMembers(params: WriteMembersParams): Promise<readonly vscode.TextEdit[] | undefined>;
  /** The spec in the other syntax, or `undefined` while it has syntax errors. */
  convert(document: vscode.TextDocument): Promise<ConvertedSpec | undefined>;
  /** Hands over all that is known of live pools, now and after each restart. */
  sendPoolFacts(facts: readonly unknown[], ofTemplates: readonly TemplatePool[]): Promise<void>;
  /** What the server calls a document. */
  uriOf(uri: vscode.Uri): string;
}

/** Makes the language client (differently in Node and on the web) and starts it. */
export async function startSession(
  log: vscode.LogOutputChannel,
  make: (options: LanguageClientOptions) => BaseLanguageClient,
  templates: TemplateDocuments,
): Promise<Session> {
  const trace = traceChannel(log);
  const served = servedOnly(templates);
  const client = make(clientOptions(log, trace, served.middleware));
  const following = served.follow(client);
  let facts: readonly unknown[] = [];
  let ofTemplates: readonly TemplatePool[] = [];
  const sendFacts = async () => {
    if (facts.length > 0) await client.sendNotification(poolFactsNotification, facts);
    if (ofTemplates.length > 0) await client.sendNotification(templatePoolsNotification, ofTemplates);
  };
  client.onRequest(readFileRequest, readFile);
  client.onRequest(workspaceSpecsRequest, (_: unknown, token: vscode.CancellationToken) => workspaceSpecs(token));
  const started = quietErrors(client);
  await client.start();
  started();
  return {
    ...asks(client),
    async restart() {
      await client.stop();
      await client.start();
      await sendFacts();
    },
    async outline(document) {
      const params = { uri: client.code2ProtocolConverter.asUri(document.uri) };
      return (await client.sendRequest<SpecOutline | null>(specOutlineRequest, params)) ?? undefined;
    },
    async locate(params) {
      const ranges = await client.sendRequest<(WireRange | null)[]>(locateRequest, params);
      return ranges.map((range) => (range ? client.protocol2CodeConverter.asRange(range) : undefined));
    },
    async environments(document) {
      const params = { uri: client.code2ProtocolConverter.asUri(document.uri) };
      return (await client.sendRequest<SpecEnvironments | null>(environmentsRequest, params)) ?? undefined;
    },
    linkedSpecs: (file) => client.sendRequest(linkedSpecsRequest, { uri: client.code2ProtocolConverter.asUri(file) }),
    link: (params) => client.sendRequest<LinkEdits>(linkRequest, params),
    unlink: (params) => client.sendRequest<LinkEdits>(unlinkRequest, params),
    writeAccount: (params) => client.sendRequest<LinkEdits>(writeAccountRequest, params),
    namedEnvironments: (file) =>
      client.sendRequest(namedEnvironmentsRequest, { uri: client.code2ProtocolConverter.asUri(file) }),
    async writeMembers(params) {
      const edits = await client.sendRequest<WireEdit[] | null>(writeMembersRequest, params);
      return edits === null ? undefined : client.protocol2CodeConverter.asTextEdits(edits);
    },
    async convert(document) {
      const params: ConvertParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
      return (await client.sendRequest<ConvertedSpec | null>(convertRequest, params)) ?? undefined;
    },
    async sendPoolFacts(all, pools) {
      const had = facts.length > 0;
      const hadPools = ofTemplates.length > 0;
      facts = all;
      ofTemplates = pools;
      if (facts.length > 0 || had) await client.sendNotification(poolFactsNotification, facts);
      if (pools.length > 0 || hadPools) await client.sendNotification(templatePoolsNotification, pools);
    },
    uriOf: (uri) => client.code2ProtocolConverter.asUri(uri),
    dispose() {
      following.dispose();
      trace.dispose();
      void client.dispose();
    },
  };
}

/**
 * Errors of the language client go to the log. Those that it would force upon the user (the server keeps crashing) become one
 * sentence without a stack; until the start is done the caller tells of them.
 */
function quietErrors(client: BaseLanguageClient): () => void {
  let running = false;
  const log = client.error.bind(client);
  client.error = (message, data, show) => {
    log(message, data, false);
    if (show !== "force" || !running) return;
    const button = vscode.l10n.t("Show log");
    void vscode.window.showErrorMessage(message, button).then((chosen) => {
      if (chosen === button) client.outputChannel.show(true);
    });
  };
  return () => {
    running = true;
  };
}
