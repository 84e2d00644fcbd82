import * as vscode from "vscode";
import type { Blame, CreateChange, JsonObject, Outcome, Problem, UpdateChange } from "../../deploy/index.ts";
import type { Extension } from "../running.ts";
import { movedRange } from "./moved-range.ts";
import { saidIn } from "./said-in.ts";

/** The `source` of diagnostics that AWS gave, not a rule. */
const SOURCE = "AWS";

/** What an environment says of an app client, and where: what it says is to blame there. */
export interface Overlay {
  /** The environments file's URI. */
  readonly file: string;
  /** To its `set`, from the file's root. */
  readonly path: readonly string[];
  readonly set: JsonObject;
}

export interface Refusals extends vscode.Disposable {
  /** Puts what AWS refused on the lines that are to blame. */
  mark(
    document: vscode.TextDocument,
    outcomes: readonly Outcome<CreateChange | UpdateChange>[],
    overlay?: Overlay,
  ): Promise<void>;
}

/** AWS's refusals as diagnostics: each moves with its text and goes when the text that it stands on is changed. */
export function refusals({ session }: Pick<Extension, "session">): Refusals {
  const collection = vscode.languages.createDiagnosticCollection("cognito-client-aws");
  const changed = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const standing = collection.get(document.uri);
    if (standing && standing.length > 0) collection.set(document.uri, afterEdits(standing, contentChanges));
  });
  const closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri));
  return {
    async mark(document, outcomes, overlay) {
      const running = await session;
      const uri = document.uri.toString();
      const diagnostics: vscode.Diagnostic[] = [];
      const others: vscode.Diagnostic[] = [];
      const file = overlay && (await vscode.workspace.openTextDocument(vscode.Uri.parse(overlay.file)));
      for (const outcome of outcomes) {
        if (outcome.outcome !== "not-done" || !outcome.problem.blame) continue;
        const { change, problem } = outcome;
        const { root } = change;
        const said = ({ path }: Blame) => overlay && saidIn(overlay.set, path.slice(root.length));
        for (const each of outcome.problem.blame) {
          const inSet = said(each);
          if (!inSet || !overlay || !file) continue;
          const paths = [[...overlay.path, ...inSet]];
          const [range] = await running.locate({ uri: overlay.file, paths });
          others.push(diagnosticOf(range ?? new vscode.Range(0, 0, 0, 0), problem, each.ruleId));
        }
        const blame = outcome.problem.blame.filter((each) => !said(each));
        const paths = blame.map(({ path }) => path);
        const ranges = await running.locate({ uri, index: change.index, paths });
        ranges.forEach((range, index) => {
          const place = range ?? headOf(document, change);
          diagnostics.push(diagnosticOf(place, problem, blame[index]?.ruleId));
        });
      }
      collection.set(document.uri, diagnostics);
      if (file) collection.set(file.uri, others);
    },
    dispose() {
      changed.dispose();
      closed.dispose();
      collection.dispose();
    },
  };
}

function afterEdits(
  diagnostics: readonly vscode.Diagnostic[],
  edits: readonly vscode.TextDocumentContentChangeEvent[],
): vscode.Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    // The edits of one event are in the old text's places, and later ones come first.
    let range: Parameters<typeof movedRange>[0] | undefined = diagnostic.range;
    for (const edit of edits) range = range && movedRange(range, edit);
    if (!range) return [];
    diagnostic.range = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
    return [diagnostic];
  });
}

function diagnosticOf(range: vscode.Range, { message, aws }: Problem, ruleId: string | undefined): vscode.Diagnostic {
  const said = aws?.message && !message.includes(aws.message) ? `${message}\n${SOURCE}: ${aws.message}` : message;
  const diagnostic = new vscode.Diagnostic(range, said, vscode.DiagnosticSeverity.Error);
  diagnostic.source = SOURCE;
  const code = ruleId ?? aws?.name;
  if (code !== undefined) diagnostic.code = code;
  return diagnostic;
}

/** The first line of the app client, for a default that AWS refuses and the file does not name. */
function headOf(document: vscode.TextDocument, { span }: Pick<CreateChange, "span">): vscode.Range {
  return document.lineAt(document.positionAt(span.start).line).range;
}
