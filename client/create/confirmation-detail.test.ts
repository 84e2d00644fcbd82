import { expect, test } from "vitest";
import { confirmationDetail } from "./confirmation-detail.ts";

const of = (client: string, secret: string) => [
  { label: "Account", value: "111122223333" },
  { label: "App client", value: client },
  { label: "Secret", value: secret },
];

test("one app client: one line for each fact, then the remarks", () => {
  expect(confirmationDetail([of("web", "no")], ["Mind the gap.", "Mind the gap."])).toBe(
    "Account: 111122223333\nApp client: web\nSecret: no\n\n• Mind the gap.",
  );
});

test("several app clients: what they share once, what differs for each", () => {
  expect(confirmationDetail([of("web", "no"), of("app", "no")], [])).toBe(
    "Account: 111122223333\nSecret: no\n\n1. App client: web\n2. App client: app",
  );
});
