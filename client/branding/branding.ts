import * as vscode from "vscode";
import type { Connection } from "../../deploy/index.ts";
import { forNotification } from "../../server/src/sinks.ts";
import { wait } from "../ask/patience.ts";
import { showProblem } from "../aws/problem.ts";
import { confirmed } from "../existing/confirm.ts";
import { connectTo } from "../existing/connect.ts";
import type { ExistingClient } from "../existing/existing-client.ts";
import { whichOf } from "../existing/facts.ts";
import { sendOne } from "../existing/send.ts";
import type { LifeTools } from "../existing/tools.ts";

/** After a create or update: where the domain has managed login and no style exists, the sign-in pages stay unavailable. */
export async function offerSignInPages(
  tools: LifeTools,
  connection: Connection,
  client: ExistingClient,
): Promise<void> {
  const planned = await tools.aws.planBranding(connection, client);
  const change = planned.ok ? planned.value?.changes[0] : undefined;
  // Not permitted to look, or nothing is missing: there is nothing to offer.
  if (!change) return;
  const make = vscode.l10n.t("Make Sign-In Pages Available…");
  const message = vscode.l10n.t(
    "{0} has no style yet, so its managed login pages stay unavailable.",
    forNotification(whichOf(change)),
  );
  if ((await vscode.window.showInformationMessage(message, make)) === make)
    await makeSignInPages(tools, connection, client);
}

/** *Make Sign-In Pages Available…*: one call, confirmed. A style that exists already is a success. */
export async function makeSignInPagesOf(tools: LifeTools, client: ExistingClient): Promise<void> {
  const title = vscode.l10n.t("Make Sign-In Pages Available");
  const connection = await connectTo(tools, client, { title, stepsAfter: 0, writes: true });
  if (connection) await makeSignInPages(tools, connection, client);
}

async function makeSignInPages(tools: LifeTools, connection: Connection, client: ExistingClient): Promise<void> {
  const { aws, extension } = tools;
  const planned = await wait(vscode.l10n.t("Reading what AWS has…"), aws.planBranding(connection, client));
  if (!planned) return;
  if (!planned.ok) {
    await showProblem(planned.problem, extension.log);
    return;
  }
  const plan = planned.value;
  const [change] = plan?.changes ?? [];
  if (!plan || !change) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Nothing is missing: the pages have a style, or the pool's domain needs none."),
    );
    return;
  }
  const question = {
    question: vscode.l10n.t("Make the sign-in pages of {0} available?", whichOf(change)),
    button: vscode.l10n.t("Use Cognito's own style"),
    remarks: [
      vscode.l10n.t("The app client gets a style with the values that Cognito provides; it can be changed later."),
    ],
  };
  const typed = await confirmed(plan, change, question, extension.context.globalState);
  if (!typed) return;
  const sent = await sendOne(tools, plan, vscode.l10n.t("Making the sign-in pages available"), typed, client);
  if (sent?.outcome === "done")
    void vscode.window.showInformationMessage(
      vscode.l10n.t("The sign-in pages of {0} are available.", forNotification(whichOf(change))),
    );
  else if (sent?.outcome === "not-done") await showProblem(sent.problem, extension.log);
}
