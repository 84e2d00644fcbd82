import type { Journal, PendingCreate } from "./types.ts";

/** For one process that reports every outcome before it ends. */
export function memoryJournal(): Journal {
  const records = new Map<string, PendingCreate>();
  return {
    async put(record) {
      records.set(record.id, record);
    },
    async remove(id) {
      records.delete(id);
    },
    async list() {
      return [...records.values()];
    },
  };
}
