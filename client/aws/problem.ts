import * as vscode from "vscode";
import type { NextStep, Problem } from "../../deploy/index.ts";

/** What the user wants after a problem; `undefined`: nothing. */
export type Reaction = "retry" | "choose-profile" | "choose-pool" | "plan-again" | "look-up" | undefined;

/** How a flow tells of a problem; the reaction is `undefined` too when the flow is no longer wanted. */
export type Tell = (problem: Problem) => Promise<Reaction>;

/** Shows one message with its next step, and does those that need no more than a click. */
export async function showProblem(problem: Problem, log: vscode.LogOutputChannel): Promise<Reaction> {
  logProblem(problem, log);
  if (problem.next.kind === "fix-spec") await vscode.commands.executeCommand("workbench.panel.markers.view.focus");
  return react(sentence(problem), problem.next, log, problem.aws !== undefined);
}

/** The message, with AWS's own words where there are some that it does not repeat anyway. */
function sentence({ message, aws }: Problem): string {
  if (!aws?.message || message.includes(aws.message)) return message;
  return vscode.l10n.t('{0} AWS says: "{1}"', message, aws.message);
}

async function react(
  message: string,
  next: NextStep,
  log: vscode.LogOutputChannel,
  logged: boolean,
): Promise<Reaction> {
  const buttons: Buttons = new Map();
  for (const [title, act] of offers(next)) buttons.set(title, act);
  if (logged) {
    buttons.set(vscode.l10n.t("Show log"), async () => {
      log.show(true);
      return undefined;
    });
  }
  // A notification reads `[…](…)` as a link; what AWS or a file says must not become one.
  const chosen = await vscode.window.showErrorMessage(message.replaceAll("](", "] ("), ...buttons.keys());
  return chosen === undefined ? undefined : buttons.get(chosen)?.();
}
type Buttons = Map<string, () => Promise<Reaction>>;

function offers(next: NextStep): [string, () => Promise<Reaction>][] {
  const retry: [string, () => Promise<Reaction>] = [vscode.l10n.t("Retry"), async () => "retry"];
  switch (next.kind) {
    case "sign-in":
      return [[vscode.l10n.t("Sign in"), () => signIn(next.command, next.profile)], retry];
    case "retry":
      return [retry];
    case "choose-profile":
      return [[vscode.l10n.t("Choose another profile"), async () => "choose-profile"]];
    case "choose-pool":
      return [[vscode.l10n.t("Choose a pool"), async () => "choose-pool"]];
    case "plan-again":
      return [[vscode.l10n.t("Show the plan again"), async () => "plan-again"]];
    case "look-again":
      return [[vscode.l10n.t("Look it up"), async () => "look-up"]];
    case "open":
      return [[vscode.l10n.t("Open page"), () => open(next.url)]];
    case "fix-spec":
    case "none":
      return [];
  }
}

/** Runs the command that AWS's own tools use for it, in a terminal that the user sees; the choice made so far is kept. */
async function signIn(command: string, profile: string): Promise<Reaction> {
  const terminal = vscode.window.createTerminal({ name: vscode.l10n.t("Sign in to {0}", profile) });
  terminal.show();
  terminal.sendText(command);
  const retry = vscode.l10n.t("Retry");
  const message = vscode.l10n.t("Finish signing in with profile {0} in the terminal, then retry.", profile);
  return (await vscode.window.showInformationMessage(message, retry)) === retry ? "retry" : undefined;
}

async function open(url: string): Promise<undefined> {
  await vscode.env.openExternal(vscode.Uri.parse(url));
}

/** Operation, name, status and request id: enough to ask AWS about it, and nothing of the request. */
function logProblem({ kind, message, aws }: Problem, log: vscode.LogOutputChannel): void {
  const answer = aws
    ? ` [${aws.operation}: ${aws.name}${aws.status === undefined ? "" : `, HTTP ${aws.status}`}${aws.requestId ? `, request ${aws.requestId}` : ""}]`
    : "";
  log.error(`${kind}: ${message}${answer}`);
}
