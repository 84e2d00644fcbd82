import * as vscode from "vscode";
import type { Live } from "../../deploy/index.ts";
import type { LifeTools } from "../existing/tools.ts";
import { writeNew } from "./files.ts";
import { type As, textsOf } from "./texts.ts";

export interface Imported {
  readonly path: string;
  /** Zero-based place in the file. */
  readonly index: number;
  readonly live: Live;
  /** Names of members in which the new spec and AWS differ: none, or it is said. */
  readonly differing: readonly string[];
}

/** Writes a minimal spec for each app client, into new files alone, and holds each against what it was made from. */
export async function writeSpecs(
  texts: LifeTools["aws"]["texts"],
  poolId: string,
  read: readonly Live[],
  folder: string,
  as: As,
): Promise<Imported[]> {
  const unknown = vscode.l10n.t("Whether it has a secret is not known: its secrets may not be listed.");
  const specs = read.map((live) => ({
    stem: texts.slugOf(live.clientName, live.clientId),
    spec: texts.minimalSpec(poolId, live),
    ...(live.secret === "unknown" && { note: unknown }),
  }));
  const imported: Imported[] = [];
  for (const { stem, syntax, text, holds } of textsOf(specs, as, texts.specText, texts.slugOf(poolId, poolId))) {
    const path = await writeNew(folder, stem, text, syntax);
    for (const [index, at] of holds.entries()) {
      const [live, spec] = [read[at], specs[at]?.spec];
      if (!live || !spec) continue;
      const described = { settings: live.settings, hasSecret: live.secret === "yes" };
      const differing = texts.differences(spec, described).map(({ path: steps }) => steps.join("."));
      imported.push({ path, index, live, differing });
    }
  }
  return imported;
}
