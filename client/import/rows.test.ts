import { expect, test } from "vitest";
import { rowsOf } from "./rows.ts";

test("those in no file first, those in one next, those that software registered for itself last, each in AWS's order", () => {
  const clients = [
    { id: "1", name: "d", dynamic: true },
    { id: "2", name: "b", dynamic: false },
    { id: "3", name: "c" },
    { id: "4", name: "a", dynamic: false },
    { id: "5", name: "e", dynamic: true },
  ];
  const rows = rowsOf(clients, (id) => id === "2" || id === "5");
  expect(rows.map(({ client, apart }) => [client.id, apart])).toEqual([
    ["3", undefined],
    ["4", undefined],
    ["2", "in a file"],
    ["5", "in a file"],
    ["1", "registered dynamically"],
  ]);
});
