import * as vscode from "vscode";
import type { Profile } from "../../deploy/index.ts";
import type { Aws } from "../aws/load.ts";
import type { Tell } from "../aws/problem.ts";
import { recentFirst, used } from "./recent.ts";
import { type Answer, ask, type Choice } from "./step.ts";

const RECENT = "recentProfiles";
const SERVED = "profileOf.";

export interface Steps {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/**
 * First step: the profiles of the shared AWS files, last used first. None is taken by default.
 * @param purpose what it is for, such as an environment: the profile that served it is offered first, and Enter alone takes none.
 */
export async function chooseProfile(
  aws: Aws,
  state: vscode.Memento,
  steps: Steps,
  tell: Tell,
  placeholder: string,
  purpose?: string,
): Promise<Answer<Profile>> {
  const listed = await aws.listProfiles();
  if (!listed.ok) {
    await tell(listed.problem);
    return { kind: "dismissed" };
  }
  const { profiles } = listed.value;
  const served = purpose === undefined ? undefined : state.get<string>(SERVED + purpose);
  const recent = [...(served === undefined ? [] : [served]), ...state.get<string[]>(RECENT, [])];
  const sorted = recentFirst(
    [...profiles].sort((a, b) => Number(b.named) - Number(a.named)),
    keyOf,
    recent,
  );
  return ask({
    ...steps,
    placeholder,
    unselected: purpose !== undefined,
    choices: sorted.map((profile) => profileChoice(profile, keyOf(profile) === recent[0])),
  });
}

export async function rememberProfile(profile: Profile, state: vscode.Memento, purpose?: string): Promise<void> {
  if (purpose !== undefined) await state.update(SERVED + purpose, keyOf(profile));
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
