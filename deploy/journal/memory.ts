import type { Journal, Note } from "./note.ts";

/** For one process that reports every outcome before it ends. */
export function memoryJournal(): Journal {
  const notes = new Map<string, Note>();
  return {
    async put(note) {
      notes.set(note.id, note);
    },
    async remove(id) {
      notes.delete(id);
    },
    async list() {
      return [...notes.values()];
    },
  };
}
