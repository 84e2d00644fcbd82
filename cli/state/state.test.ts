import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Note } from "../../deploy/index.ts";
import { stateFolder } from "./folder.ts";
import { fileJournal } from "./journal.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ccl-state-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  [{ XDG_STATE_HOME: "/s", HOME: "/h" }, "linux", join("/s", "cognito-client")],
  [{ HOME: "/h" }, "linux", join("/h", ".local", "state", "cognito-client")],
  [{ HOME: "/h" }, "darwin", join("/h", "Library", "Application Support", "cognito-client")],
  [{ LOCALAPPDATA: "/l", USERPROFILE: "/h" }, "win32", join("/l", "cognito-client")],
] as const)("the user's own folder: %o on %s", (env, platform, expected) => {
  expect(stateFolder(env, platform)).toBe(expected);
});

test("notes outlive the process that wrote them; what is no note is passed over", async () => {
  const note: Note = {
    id: "n1",
    verb: "create",
    choice: { kind: "environment" },
    region: "eu-west-1",
    poolId: "eu-west-1_AbC",
    clientName: "web",
    digest: "0",
    sentAt: "2026-11-26T10:00:00.000Z",
    shown: { ClientName: "web" },
  };
  expect(await fileJournal(folder).list()).toEqual([]);
  await fileJournal(folder).put(note);
  await fileJournal(folder).put({ ...note, sentAt: "2026-11-26T10:00:01.000Z" });
  writeFileSync(join(folder, "notes", "broken.json"), "{");
  writeFileSync(join(folder, "notes", "other.json"), "[]");
  expect(await fileJournal(folder).list()).toEqual([{ ...note, sentAt: "2026-11-26T10:00:01.000Z" }]);
  await fileJournal(folder).remove("n1");
  await fileJournal(folder).remove("n1");
  expect(await fileJournal(folder).list()).toEqual([]);
});
