import { differences } from "../../../server/src/engine/index.ts";
import { CallError } from "../../aws/call-error.ts";
import type { JsonObject } from "../../json.ts";
import type { UpdateChange } from "../../plan/change.ts";
import type { Difference } from "../../pool/compare.ts";
import { type Live, readSettings, stateOf } from "../../pool/live.ts";
import type { Problem } from "../../problem.ts";
import { sleep } from "../../timing.ts";
import { about, noSecret, settledByLooking, standing } from "../looking.ts";
import type { Effect, Situation, Verb } from "../verb.ts";
import { whatMoved } from "../what-moved.ts";
import { heldBack } from "./held-back.ts";

/** An update is safe to repeat, but there is no compare-and-set: what is live is looked at again right before it is sent. */
export const update: Verb<UpdateChange> = {
  says: {
    checking: ({ clientName }) => `Looking whether ${clientName} is still as it was shown`,
    sending: ({ clientName }) => `Updating ${clientName}`,
  },
  shown: ({ shown }) => shown,
  request: ({ shown }) => shown,

  moved: (change, situation) =>
    standing(asked(change, situation), async () => {
      if (change.changes.length === 0) return { problem: nothingToDo(change) };
      const held = heldBack(change, await situation.notes(), situation.timing.signatureLife);
      const problem = held ?? whatMoved(change, await look(change, situation));
      return problem ? { problem } : {};
    }),

  async send(change, situation): Promise<Effect> {
    const { session, timing } = situation;
    const answer = await session.gateway(change.poolId).updateClient(change.shown);
    answer.forgetSecret();
    if (answer.clientId !== change.clientId) {
      const name = "answer about another app client";
      throw new CallError({ operation: "UpdateUserPoolClient", name, status: 200 }, "no answer");
    }
    return effectOf(change, await confirmed(change, situation, stateOf(answer), timing.lookUp), answer.settings);
  },

  settle(change, situation, _note, lost) {
    const says = (why: string) =>
      `${change.clientName} may have been updated: ${why} It does not show the new settings so far. Look again; another update of it is held back while this one may still arrive.`;
    return settledByLooking(situation, { asked: asked(change, situation), lost, looks: 2, says }, async () => {
      const live = await look(change, situation);
      return isWanted(change, live.settings) ? effectOf(change, live, live.settings) : undefined;
    });
  },
};

/**
 * Describes until it shows what the answer said: a read may lag behind. @returns the last look, or nothing when there was none.
 */
async function confirmed(
  change: UpdateChange,
  situation: Situation,
  answered: string,
  waits: readonly number[],
): Promise<Live | undefined> {
  let last: Live | undefined;
  for (const wait of waits) {
    await sleep(wait);
    try {
      last = await look(change, situation);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      continue;
    }
    if (stateOf(last) === answered) break;
  }
  return last;
}

/** Its settings as they are now. @throws CallError */
function look({ poolId, clientId }: UpdateChange, { session }: Situation): Promise<Live> {
  return readSettings(session.gateway(poolId), poolId, clientId);
}

function effectOf(change: UpdateChange, live: Live | undefined, answered: JsonObject): Effect {
  const now = live?.settings ?? answered;
  const kept = keptOf(change, now);
  const notes = [
    ...(kept.length > 0
      ? [
          `AWS kept ${kept.join(", ")}: the request left it out to set it back, which is all that can be asked for. Change it in the AWS console.`,
        ]
      : []),
    ...(live ? [] : ["What is stored could not be read back."]),
  ];
  return {
    ...noSecret,
    clientId: change.clientId,
    hasSecret: change.live.secret === "yes",
    differences: [
      ...differencesFrom(change, now).filter(({ path }) => !kept.includes(path[0] ?? "")),
      ...kept.map((name): Difference => ({ path: [name], asked: change.wanted[name], found: now[name] })),
    ],
    ...(notes.length > 0 ? { note: notes.join(" ") } : {}),
  };
}

function differencesFrom(change: UpdateChange, now: JsonObject): Difference[] {
  return differences(now, change.wanted).map(({ path, live, wanted }) => ({ path, asked: wanted, found: live }));
}

/** Members that should have gone back by being left out, and have not. */
function keptOf({ byOmission, live, wanted }: UpdateChange, now: JsonObject): string[] {
  const still = differences(now, live.settings).map(({ path }) => path[0]);
  return byOmission.filter((name) => wanted[name] === undefined && now[name] !== undefined && !still.includes(name));
}

/** What was left out is not waited for: AWS may keep it. */
function isWanted(change: UpdateChange, now: JsonObject): boolean {
  return differencesFrom(change, now).every(({ path }) => change.byOmission.includes(path[0] ?? ""));
}

const asked = (change: UpdateChange, situation: Situation) => about(change, situation, change.shown);

function nothingToDo({ clientName }: UpdateChange): Problem {
  return {
    kind: "cancelled",
    message: `${clientName} is already as the spec has it. Nothing was sent.`,
    next: { kind: "none" },
  };
}
