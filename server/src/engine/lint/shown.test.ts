import { expect, test } from "vitest";
import { shown } from "./shown.ts";

test.each(["ClientSecret canary", "CLIENT_SECRET=canary", "web ClientSecret:canary", 'client-secret "canary'])(
  "does not repeat %s",
  (text) => {
    expect(shown(text)).not.toContain("canary");
  },
);

test.each(["client_secret", "ClientSecret", "web", "client secret"])("quotes %s, which gives none", (text) => {
  expect(shown(text)).toBe(JSON.stringify(text));
});
