import type { ListedClient } from "../../deploy/index.ts";

/** Why an app client of a list stands apart from those that one wants to import. */
export type Apart = "in a file" | "registered dynamically";

export interface ListedRow {
  readonly client: ListedClient;
  readonly apart?: Apart;
}

/**
 * The app clients of a pool in the order in which one looks for them: those that no file has, those that one has, and last those
 * that software has registered for itself. Each group keeps AWS's order.
 */
export function rowsOf(clients: readonly ListedClient[], inFile: (id: string) => boolean): ListedRow[] {
  const rows = clients.map((client): ListedRow => {
    if (inFile(client.id)) return { client, apart: "in a file" };
    return client.dynamic ? { client, apart: "registered dynamically" } : { client };
  });
  const rank = ({ apart }: ListedRow) => (apart === undefined ? 0 : apart === "in a file" ? 1 : 2);
  return rows.sort((a, b) => rank(a) - rank(b));
}
