import type { Connection, TextDocuments } from "vscode-languageserver";
import {
  clientsIn,
  configurations,
  mergePatch,
  type PlainValue,
  type PoolFacts,
  parseSpec,
  requestOf,
  type Setup,
  setupOf,
  signIn,
  specOf,
} from "../engine/index.ts";
import {
  type AppConfigurations,
  type ApplicationParams,
  appConfigurationsRequest,
  type SignInAnswer,
  type SignInParams,
  signInRequest,
} from "../protocol.ts";
import type { OpenSpec } from "./open-spec.ts";

/** What people do once an app client exists: sign in to it, and tell the application of it. */
export function registerApplicationRequests(
  connection: Connection,
  documents: TextDocuments<OpenSpec>,
  factsOf: (poolId: string) => PoolFacts | undefined,
): void {
  const setupFor = (params: ApplicationParams): Setup | { readonly problem: string } | null => {
    const open = documents.get(params.uri);
    const client = open?.kind === "spec" ? clientsIn(open.document)[params.index] : undefined;
    if (!client) return null;
    const merged = params.set ? mergePatch(requestOf(client), params.set as PlainValue) : undefined;
    const [meant] = merged === undefined ? [client] : clientsIn(parseSpec(JSON.stringify(merged), "json"));
    return meant ? setupOf(specOf(meant), params, factsOf(params.poolId)) : null;
  };
  connection.onRequest<AppConfigurations | null, void>(appConfigurationsRequest, (params: ApplicationParams) => {
    const setup = setupFor(params);
    return !setup || "problem" in setup ? setup : { configurations: configurations(setup), ...readAt(setup) };
  });
  connection.onRequest<SignInAnswer | null, void>(signInRequest, (params: SignInParams) => {
    const setup = setupFor(params);
    if (!setup || "problem" in setup) return setup;
    const answer = signIn(setup, params.made, params.callback);
    if ("problem" in answer) return setup.domain === undefined ? { ...answer, missing: "pool" } : answer;
    return { ...answer, callbacks: setup.callbacks, ...readAt(setup) };
  });
}

const readAt = ({ endpoint }: Setup) => (endpoint === undefined ? {} : { endpoint });
