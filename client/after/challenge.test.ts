import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { newChallenge } from "./challenge.ts";

test("a challenge is the S256 of its verifier, of the length and letters that RFC 7636 wants, and new each time", async () => {
  const all = await Promise.all(Array.from({ length: 50 }, newChallenge));
  for (const { verifier, challenge, state } of all) {
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(challenge).toBe(createHash("sha256").update(verifier).digest("base64url"));
    expect(state).toMatch(/^[\w-]{16}$/);
  }
  expect(new Set(all.flatMap(({ verifier, state }) => [verifier, state])).size).toBe(100);
});
