import type { Connection, TextDocuments } from "vscode-languageserver";
import {
  type AppClient,
  asCommand,
  asResource,
  asSpec,
  clientAt,
  clientsIn,
  requestOfTemplate,
} from "../engine/index.ts";
import {
  type AppClientAt,
  type CopiedText,
  type CopyParams,
  copyRequest,
  type TemplateAppClient,
  templateAppClientRequest,
} from "../protocol.ts";
import type { OpenSpec } from "./open-spec.ts";

const forms = { spec: asSpec, resource: asResource, command: asCommand } as const;

/** What the extension asks to compare a template's app client, and to copy one in another form. */
export function registerCopyRequests(connection: Connection, documents: TextDocuments<OpenSpec>): void {
  const find = ({ uri, index, position }: AppClientAt): AppClient | undefined => {
    const open = documents.get(uri);
    if (open?.kind !== "spec" && open?.kind !== "template") return undefined;
    const clients = clientsIn(open.document);
    if (index !== undefined) return clients[index];
    const here = position && clientAt(open.document, open.offsetAt(position));
    // Where there is but one, it is meant wherever the cursor stands.
    return here ?? (clients.length === 1 ? clients[0] : undefined);
  };
  connection.onRequest(templateAppClientRequest, (at: AppClientAt): TemplateAppClient | null => {
    const client = find(at);
    const request = client && requestOfTemplate(client);
    if (!client || !request) return null;
    const { ClientSecret: _, ...members } = request.members;
    const site = client.scope.template?.site;
    const logicalId = site?.id ?? "";
    return { logicalId, pool: site?.pool ?? logicalId, members, elsewhere: request.elsewhere };
  });
  connection.onRequest(copyRequest, ({ as, ...at }: CopyParams): CopiedText | null => {
    const client = find(at);
    return (client && forms[as](client)) ?? null;
  });
}
