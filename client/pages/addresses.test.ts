import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { pageOf } from "../../server/src/engine/lint/page.ts";
import { offlineAddress, pageAt, pageNamed, withOfflineLinks } from "./addresses.ts";

const argumentOf = (link = "") => JSON.parse(decodeURIComponent(link.slice(link.indexOf("?") + 1)));

test("the page of each rule comes with the package", () => {
  const ids = readdirSync("docs/rules").map((name) => name.replace(/\.md$/, ""));
  expect(ids.length).toBeGreaterThan(100);
  for (const id of ids) {
    const page = pageAt(pageOf(id));
    expect(existsSync(page?.path ?? ""), id).toBe(true);
    expect(argumentOf(offlineAddress(pageOf(id)))).toEqual([page?.path]);
  }
});

test.each([
  "docs/../package.json",
  "docs/rules/../../secret.md",
  "/etc/passwd",
  "docs/images/create.png",
  "docs/rules/%2e%2e/x.md",
  "command:workbench.action.quit",
  "docs/rules/implicit-grant.md\u0000.md",
  ["docs/rules/implicit-grant.md"],
  undefined,
])("nothing but a page of ours is opened: %j", (name) => expect(pageNamed(name)).toBeUndefined());

test("a heading is kept", () => {
  expect(pageNamed("docs/properties.md#clientname")).toEqual({ path: "docs/properties.md", fragment: "clientname" });
});

test("links to our pages open in the editor, others on the web, and text stays text", () => {
  const markdown = `**x** [About](${pageOf("implicit-grant")}) [AWS](https://docs.aws.amazon.com/a) \`${pageOf("x")}\``;
  const changed = withOfflineLinks(markdown);
  expect(changed).toContain("[About](command:cognitoClient.openPage?");
  expect(changed).toContain("[AWS](https://docs.aws.amazon.com/a)");
  expect(changed).toContain(`\`${pageOf("x")}\``);
});

test("an address that only begins like ours is not ours", () => {
  expect(
    offlineAddress("https://github.com/cognito-app-client/cognito-app-client/blob/main/package.json"),
  ).toBeUndefined();
  expect(offlineAddress("https://github.com/cognito-app-client.evil/blob/main/docs/ci.md")).toBeUndefined();
});
