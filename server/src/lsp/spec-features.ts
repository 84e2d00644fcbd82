import { specLanguages } from "../engine/index.ts";
import {
  type Connection,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
} from "./library.ts";

/**
 * Registers what only specs get for their language ids alone. A client that also serves templates would otherwise offer a second
 * formatter, outline and rename for every YAML and JSON file (VS Code asks one winner, or all, by language).
 */
export async function registerSpecFeatures(connection: Connection): Promise<void> {
  const documentSelector = specLanguages.map(({ id }) => ({ language: id }));
  const { client } = connection;
  await Promise.all([
    client.register(DocumentSymbolRequest.type, { documentSelector }),
    client.register(FoldingRangeRequest.type, { documentSelector }),
    client.register(DocumentFormattingRequest.type, { documentSelector }),
    client.register(DocumentRangeFormattingRequest.type, { documentSelector }),
    client.register(SelectionRangeRequest.type, { documentSelector }),
    client.register(DocumentHighlightRequest.type, { documentSelector }),
    client.register(ReferencesRequest.type, { documentSelector }),
    client.register(RenameRequest.type, { documentSelector, prepareProvider: true }),
  ]);
}
