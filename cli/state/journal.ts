import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Journal, Note } from "../../deploy/index.ts";

/** Notes of writes under way, a file each, for this user alone: they outlive a command that is killed. No secret is in them. */
export function fileJournal(folder: string): Journal {
  const notes = join(folder, "notes");
  const fileOf = (id: string) => join(notes, `${id}.json`);
  return {
    async put(note) {
      await mkdir(notes, { recursive: true, mode: 0o700 });
      // Beside and renamed: a note that is half there would be no note.
      await writeFile(`${fileOf(note.id)}.new`, JSON.stringify(note), { mode: 0o600, flush: true });
      await rename(`${fileOf(note.id)}.new`, fileOf(note.id));
    },
    remove: (id) => rm(fileOf(id), { force: true }),
    async list() {
      const names = await readdir(notes).catch((): string[] => []);
      const read = names.filter((name) => name.endsWith(".json")).map((name) => noteIn(join(notes, name)));
      return (await Promise.all(read)).flat().sort((a, b) => a.sentAt.localeCompare(b.sentAt));
    },
  };
}

/** @returns nothing for what is no note of ours. */
async function noteIn(file: string): Promise<Note[]> {
  try {
    const note = JSON.parse(await readFile(file, "utf8")) as Partial<Note>;
    const texts = [note.id, note.verb, note.region, note.poolId, note.clientName, note.sentAt];
    const whole = texts.every((text) => typeof text === "string") && typeof note.shown === "object";
    return whole ? [note as Note] : [];
  } catch {
    return [];
  }
}
