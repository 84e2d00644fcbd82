import { expect, test } from "vitest";
import type { LinkedClient } from "../existing/existing-client.ts";
import { nodesOf } from "./nodes.ts";

const link = (clientId: string, poolId = "p") => ({ clientId, poolId }) as LinkedClient;

test("in a file, in none, and gone, each once; another pool's links are not this one's", () => {
  const listed = [
    { id: "2", name: "web" },
    { id: "1", name: "apis" },
  ];
  const nodes = nodesOf("p", listed, [link("2"), link("3"), link("1", "other")]);
  expect(nodes.map((node) => [node.kind, node.kind === "client" ? node.links.length : undefined])).toEqual([
    ["client", 0],
    ["client", 1],
    ["gone", undefined],
  ]);
});
