import * as vscode from "vscode";
import type { SignInAnswer } from "../../server/src/protocol.ts";
import { forNotification } from "../../server/src/sinks.ts";
import { ask } from "../ask/step.ts";
import type { Extension } from "../running.ts";
import { appClientFor, paramsOf, tellMissing } from "./app-client.ts";
import { newChallenge } from "./challenge.ts";

/** Shows a text as Markdown, in memory only. */
export type ShowPage = (name: string, text: string) => Promise<void>;

/**
 * *Try Sign-In…*: the address at which the application's users sign in, to open or to copy. The page beside it has the verifier and
 * how the code becomes tokens; opening the address sends nothing of it but the challenge.
 */
export async function trySignIn(extension: Extension, show: ShowPage, where: unknown, index: unknown): Promise<void> {
  const title = vscode.l10n.t("Try Sign-In");
  const chosen = await appClientFor(extension, title, where, index);
  if (!chosen) return;
  const session = await extension.session;
  const params = { ...paramsOf(chosen), made: await newChallenge() };
  let answer = await session.signIn(params);
  if (answer && "callbacks" in answer && answer.callbacks.length > 1) {
    const callback = await chooseCallback(title, answer.callbacks);
    if (callback === undefined) return;
    answer = await session.signIn({ ...params, callback });
  }
  if (!answer) return;
  if ("problem" in answer) await tellMissing(answer.problem, answer.missing);
  else await offer(answer, chosen.clientId, show);
}

async function chooseCallback(title: string, callbacks: readonly string[]): Promise<string | undefined> {
  const answer = await ask({
    title,
    placeholder: vscode.l10n.t("Where does the browser come back to?"),
    step: 1,
    totalSteps: 1,
    choices: callbacks.map((url) => ({ label: url, value: url })),
  });
  return answer.kind === "picked" ? answer.value : undefined;
}

async function offer(
  { url, text, endpoint }: Extract<SignInAnswer, { url: string }>,
  clientId: string,
  show: ShowPage,
): Promise<void> {
  await show(vscode.l10n.t("Sign-in to {0}", clientId), text);
  const [open, copy] = [vscode.l10n.t("Open in Browser"), vscode.l10n.t("Copy Address")];
  const chosen = await (endpoint === undefined
    ? vscode.window.showInformationMessage(
        vscode.l10n.t("The sign-in address of {0} is made. Its verifier stands on the page beside.", clientId),
        open,
        copy,
      )
    : vscode.window.showInformationMessage(
        vscode.l10n.t(
          "This pool was read at {0}, which is not AWS. The page beside has the address that its login pages would have on AWS.",
          forNotification(endpoint),
        ),
        copy,
      ));
  if (chosen === copy) await vscode.env.clipboard.writeText(url);
  // As text: a Uri would be decoded and encoded again on its way, and come out as another address.
  if (chosen === open) await vscode.commands.executeCommand("vscode.open", url);
}
