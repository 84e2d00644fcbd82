import type { AppClient } from "../../clients/app-client.ts";
import type { PoolFacts } from "../../clients/pool-facts.ts";
import type { Piece } from "../../clients/template/piece.ts";
import { sitesIn } from "../../clients/template/site.ts";
import { isAsBefore, type Surroundings, surroundingsOf } from "../../clients/template/surroundings.ts";
import type { TemplateView } from "../../clients/template/view.ts";
import { isSamePath, type Path } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import type { Settings } from "../settings.ts";
import type { JudgedInFile } from "./judge.ts";

interface Remembered {
  readonly live: PoolFacts | undefined;
  /** The resource's: the same text may stand in several documents of a stream. */
  readonly path: Path;
  readonly surroundings: Surroundings;
  readonly judged: readonly JudgedInFile[];
}

/**
 * Judges an app client unless that was done for the same text in an earlier version of the file, and nothing that bears on it
 * has changed: typing in one app client of many costs one.
 */
export function remembered(
  client: AppClient,
  settings: Settings,
  live: PoolFacts | undefined,
  judge: () => readonly JudgedInFile[],
): readonly JudgedInFile[] {
  const site = client.scope.template?.site;
  if (!site) return judge();
  const { path, view } = site;
  const all = allOf(view, settings);
  const known = all.get(client.part);
  if (known && known.live === live && isSamePath(known.path, path) && isAsBefore(view, known.surroundings)) {
    const placed = known.judged.map((each) => placedIn(view, each));
    if (placed.every((each) => each !== undefined)) return placed;
  }
  const judged = judge();
  // Only now is it known what was read.
  const surroundings = surroundingsOf(view);
  if (!surroundings) return judged;
  all.set(client.part, { live, path, surroundings, judged });
  const sites = sitesIn(view);
  if (all.size > sites.length + SPARE) {
    const current = new Set(sites.map(({ piece }) => piece.part));
    for (const part of all.keys()) if (!current.has(part)) all.delete(part);
  }
  return judged;
}

/** How many app clients are remembered as they no longer are: those in which fixes are tried, and those that somebody undoes. */
const SPARE = 8;

function allOf({ lineage }: TemplateView, settings: Settings): Map<Part, Remembered> {
  const bySettings = memo.get(lineage) ?? new WeakMap<Settings, Map<Part, Remembered>>();
  memo.set(lineage, bySettings);
  const all = bySettings.get(settings) ?? new Map<Part, Remembered>();
  bySettings.set(settings, all);
  return all;
}
/** By settings, too: those of the user, and those that are left where another linter is. */
const memo = new WeakMap<TemplateView["lineage"], WeakMap<Settings, Map<Part, Remembered>>>();

/** What stands in another block of the file has moved with that. */
function placedIn(view: TemplateView, { judged, path }: JudgedInFile): JudgedInFile | undefined {
  if (!judged.at) return { judged, path };
  const at = pieceLike(view, judged.at);
  return at && { judged: { ...judged, at }, path };
}

function pieceLike({ resources, template }: TemplateView, old: Piece): Piece | undefined {
  const all = [resources.get(old.id)?.piece(), ...template.sections(old.id)];
  return all.find((piece) => piece && isSamePath(piece.path, old.path) && piece.part.text === old.part.text);
}
