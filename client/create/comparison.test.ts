import { expect, test } from "vitest";
import { comparison } from "./comparison.ts";

test("what AWS only writes down differently is no difference", () => {
  const { asked, found } = comparison(
    { ClientName: "web", CallbackURLs: ["https://b.example", "https://a.example"] },
    { ClientName: "web", CallbackURLs: ["https://a.example", "https://b.example"], RefreshTokenValidity: 30 },
    [],
  );
  expect(found).toBe(asked);
});

test("what differs stands on both sides, each with its own value", () => {
  const { asked, found } = comparison(
    { ClientName: "web", IdTokenValidity: 5, EnableTokenRevocation: true },
    { ClientName: "web", IdTokenValidity: 60 },
    [
      { path: ["IdTokenValidity"], asked: 5, found: 60 },
      { path: ["EnableTokenRevocation"], asked: true, found: undefined },
    ],
  );
  expect(JSON.parse(asked)).toEqual({ ClientName: "web", IdTokenValidity: 5, EnableTokenRevocation: true });
  expect(JSON.parse(found)).toEqual({ ClientName: "web", IdTokenValidity: 60 });
});

test("a member that AWS has of its own and that differs is shown on AWS's side only", () => {
  const { asked, found } = comparison({}, { AuthSessionValidity: 9 }, [
    { path: ["AuthSessionValidity"], asked: 3, found: 9 },
  ]);
  expect([JSON.parse(asked), JSON.parse(found)]).toEqual([{}, { AuthSessionValidity: 9 }]);
});
