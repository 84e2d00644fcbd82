import * as vscode from "vscode";
import type { Connection, Plan, PlanHelp, Result, UpdateChange } from "../../deploy/index.ts";
import { saidOf } from "../drift/checks.ts";
import { nameOf } from "../languages.ts";
import type { LinkedClient } from "./existing-client.ts";
import type { LifeTools } from "./tools.ts";

export interface PlanWish {
  /** Members to set back to their default. */
  readonly setBack?: readonly string[];
  /** Reads each pool once in a run over several app clients. */
  readonly readFacts?: NonNullable<PlanHelp["readFacts"]>;
}

/** What an update of a spec's app client would change, as the spec stands in the editor. Reads only, and notes what it shows. */
export async function planOfSpec(
  { aws, extension, checks }: LifeTools,
  connection: Connection,
  client: LinkedClient,
  { setBack = [], readFacts }: PlanWish = {},
): Promise<Result<Plan<UpdateChange>>> {
  const { document, index, set } = client.spec;
  const said = saidOf(client);
  const outline = await (await extension.session).outline(document);
  const planned = await aws.planUpdate(connection, {
    source: sourceOf(document),
    index,
    clientId: client.clientId,
    ...(client.environment ? { environment: client.environment } : {}),
    ...(set ? { set } : {}),
    ...(setBack.length > 0 ? { setBack } : {}),
    ...(readFacts ? { readFacts } : {}),
    ...(client.alsoIn ? { alsoIn: client.alsoIn } : {}),
    ...(outline ? { settings: outline.settings } : {}),
  });
  if (!planned.ok) {
    if (planned.problem.kind === "missing") checks.note(client, "gone", said);
    return planned;
  }
  const [change] = planned.value.changes;
  if (change && setBack.length === 0)
    checks.note(client, change.changes.length + change.undeclared.length + change.immovable.length, said);
  return planned;
}

/** The spec as it stands in the editor, saved or not. */
export function sourceOf(document: vscode.TextDocument) {
  const dialect = document.languageId.endsWith("yaml")
    ? "yaml"
    : document.uri.path.endsWith(".jsonc")
      ? "jsonc"
      : "json";
  return { text: document.getText(), dialect, name: nameOf(document) } as const;
}

/** `Update: web.cognito-client.yaml · prod` */
export function titleOf(what: string, client: LinkedClient): string {
  const where = client.environment ? ` · ${client.environment.name}` : "";
  return vscode.l10n.t("{0}: {1}{2}", what, nameOf(client.spec.document), where);
}
