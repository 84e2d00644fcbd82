import * as vscode from "vscode";
import type { Profile } from "../../deploy/index.ts";
import type { Aws } from "./load.ts";
import { recentFirst, used } from "./recent.ts";
import { type Answer, ask, type Choice } from "./step.ts";

const RECENT = "recentProfiles";

export interface Steps {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** First step: the profiles of the shared AWS files, last used first. None is taken by default. */
export async function chooseProfile(
  aws: Aws,
  state: vscode.Memento,
  steps: Steps,
  log: Reporter,
): Promise<Answer<Profile>> {
  const listed = await aws.listProfiles();
  if (!listed.ok) {
    await log(listed.problem);
    return { kind: "dismissed" };
  }
  const { profiles, files } = listed.value;
  if (profiles.length === 0) {
    await sayNoProfiles(files);
    return { kind: "dismissed" };
  }
  const recent = state.get<string[]>(RECENT, []);
  const sorted = recentFirst(
    [...profiles].sort((a, b) => Number(b.named) - Number(a.named)),
    keyOf,
    recent,
  );
  return ask({
    ...steps,
    placeholder: vscode.l10n.t("Choose the AWS profile that creates and pays"),
    choices: sorted.map((profile) => profileChoice(profile, keyOf(profile) === recent[0])),
  });
}
type Reporter = (problem: Parameters<typeof import("./problem.ts").showProblem>[0]) => Promise<unknown>;

export async function rememberProfile(profile: Profile, state: vscode.Memento): Promise<void> {
  await state.update(RECENT, used(keyOf(profile), state.get<string[]>(RECENT, [])));
}

function keyOf({ choice }: Profile): string {
  return choice.kind === "environment" ? "environment" : `profile ${choice.name}`;
}

function profileChoice(profile: Profile, last: boolean): Choice<Profile> {
  const region = profile.region ?? vscode.l10n.t("no region; the pool's is used");
  const notes = [
    region,
    ...(profile.endpoint ? [vscode.l10n.t("endpoint {0}, not AWS", profile.endpoint)] : []),
    ...(profile.named ? [vscode.l10n.t("named by AWS_PROFILE")] : []),
    ...(last ? [vscode.l10n.t("used last")] : []),
  ];
  return { label: profile.label, description: profile.kind, detail: notes.join(" · "), value: profile };
}

async function sayNoProfiles(files: readonly string[]): Promise<void> {
  const learn = vscode.l10n.t("How to set one up");
  const message = vscode.l10n.t(
    "There is no AWS profile on this machine: neither {0} has one. Set one up with “aws configure sso” or “aws configure”, then try again.",
    files.join(vscode.l10n.t(" nor ")),
  );
  if ((await vscode.window.showErrorMessage(message, learn)) === learn) {
    const page = "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html";
    await vscode.env.openExternal(vscode.Uri.parse(page));
  }
}
