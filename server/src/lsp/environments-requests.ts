import type { Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  accountEdits,
  appClientOf,
  clientsIn,
  type Environment,
  type EnvironmentsFile,
  environmentsWith,
  fileOf,
  type Link,
  type LinkedSpec,
  linkEdits,
  nameOf,
  newEnvironmentsText,
  type SpecDocument,
  specKey,
  type TextEdit,
  targetsOf,
  unlinkEdits,
  written,
} from "../engine/index.ts";
import {
  type EnvironmentLink,
  type EnvironmentsParams,
  environmentsRequest,
  type LinkEdits,
  type LinkedSpecsParams,
  type LinkedSpecWire,
  type LinkParams,
  linkedSpecsRequest,
  linkRequest,
  type NamedEnvironment,
  type NamedEnvironments,
  namedEnvironmentsRequest,
  type SpecEnvironments,
  type UnlinkParams,
  unlinkRequest,
  type WriteAccountParams,
  writeAccountRequest,
} from "../protocol.ts";
import type { Environments, Source } from "./environments.ts";
import type { OpenSpec } from "./open-spec.ts";

/** What the extension asks of environments files: which targets a spec has, and how a link is written down. */
export function registerEnvironmentsRequests(
  connection: Connection,
  documents: TextDocuments<OpenSpec>,
  environments: Environments,
): void {
  connection.onRequest(environmentsRequest, async ({ uri }: EnvironmentsParams): Promise<SpecEnvironments | null> => {
    const found = await environments.forSpec(uri);
    const spec = documents.get(uri)?.document;
    if (!found || !spec) return null;
    const file = fileOf(found.document);
    const { path } = found;
    return {
      uri: found.uri,
      path,
      environments: [...file.environments.values()].map(namedEnvironment),
      apps: clientsIn(spec).map((client) =>
        targetsOf(file, path, spec, client).map((target) => linkOf(file, target.environment, target.link, target.spec)),
      ),
      keys: keysOf(spec, path),
      errors: file.problems.map(({ message }) => message),
    };
  });

  connection.onRequest<LinkEdits, void>(linkRequest, async (params: LinkParams): Promise<LinkEdits> => {
    const spec = documents.get(params.uri)?.document;
    const found = await environments.forSpec(params.uri);
    if (!spec) return { problem: "The spec is not open any more." };
    const path = found?.path ?? decodeURIComponent(params.uri.slice(params.uri.lastIndexOf("/") + 1));
    const key = keysOf(spec, path)[params.index];
    if (key === undefined) return { problem: "The spec has no such app client any more." };
    const { environment, id, account, pool } = params;
    if (!found) {
      const folder = params.uri.slice(0, params.uri.lastIndexOf("/"));
      const newFile = newEnvironmentsText({ key, environment, id }, { account, pool });
      return { uri: `${folder}/cognito-client.environments.yaml`, newFile };
    }
    const edits = linkEdits(found.document, { key, environment, id });
    if (!edits) return { problem: "The environments file cannot be edited as it is: mend it first." };
    return wireEdits(found, edits);
  });

  connection.onRequest<LinkEdits, void>(unlinkRequest, async ({ uri, ...link }: UnlinkParams): Promise<LinkEdits> => {
    const document = await environments.documentOf(uri);
    const edits = document && unlinkEdits(document, link);
    return edits
      ? wireEdits({ uri, document }, edits)
      : { problem: "The environments file does not link this app client any more." };
  });

  connection.onRequest<LinkEdits, void>(
    writeAccountRequest,
    async ({ uri, environment, account }: WriteAccountParams): Promise<LinkEdits> => {
      const document = await environments.documentOf(uri);
      const edits = document && accountEdits(document, environment, account);
      return edits ? wireEdits({ uri, document }, edits) : { problem: "The environment names an account already." };
    },
  );

  connection.onRequest(namedEnvironmentsRequest, async ({ uri }: LinkedSpecsParams): Promise<NamedEnvironments> => {
    const document = await environments.documentOf(uri);
    if (!document) return { environments: [], errors: [] };
    const file = fileOf(document);
    return {
      environments: [...file.environments.values()].map(namedEnvironment),
      errors: file.problems.map(({ message }) => message),
    };
  });

  connection.onRequest(linkedSpecsRequest, async ({ uri }: LinkedSpecsParams): Promise<LinkedSpecWire[]> => {
    const document = await environments.documentOf(uri);
    if (!document) return [];
    const file = fileOf(document);
    const specs = await environments.specsBeside({ uri, document });
    return file.specs.map((spec) => {
      const beside = specs.get(spec.path);
      const found = beside && appClientOf(beside, spec);
      const links = spec.links.flatMap((link) => {
        const environment = file.environments.get(link.environment);
        return environment ? [linkOf(file, environment, link, spec)] : [];
      });
      return {
        key: spec.key,
        uri: environments.uriOf(uri, spec.path),
        ...(found && "client" in found && { index: found.index }),
        ...(spec.clientName !== undefined && { clientName: spec.clientName }),
        links,
      };
    });
  });
}

function wireEdits({ uri, document }: Source, edits: readonly TextEdit[]): LinkEdits {
  const text = TextDocument.create(uri, "", 0, document.text);
  const place = (offset: number) => text.positionAt(offset);
  return {
    uri,
    edits: edits.map(({ span: { start, end }, newText }) => ({
      range: { start: place(start), end: place(end) },
      newText,
    })),
  };
}

/** A file with one app client is named by its path; else the ClientName says which one. */
function keysOf(spec: SpecDocument, path: string): string[] {
  const clients = clientsIn(spec);
  return clients.map((client) => specKey(path, clients.length > 1 ? (nameOf(client) ?? "") : undefined));
}

function namedEnvironment({ name, account, pool, protected: isProtected }: Environment): NamedEnvironment {
  return {
    name,
    protected: isProtected,
    ...(account !== undefined && { account }),
    ...(pool !== undefined && { pool }),
  };
}

function linkOf(
  file: EnvironmentsFile,
  environment: Environment,
  { id, set }: Link,
  { key }: LinkedSpec,
): EnvironmentLink {
  const alsoIn = id === undefined ? [] : environmentsWith(file, id, environment.name);
  return {
    environment: namedEnvironment(environment),
    key,
    ...(id !== undefined && { id }),
    ...(alsoIn.length > 0 && { alsoIn }),
    ...(set && { set: written(set) as Readonly<Record<string, unknown>> }),
  };
}
