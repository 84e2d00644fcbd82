import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AppClient } from "../../server/src/engine/clients/app-client.ts";
import { clientsIn } from "../../server/src/engine/clients/clients-in.ts";
import { openByContent } from "../../server/src/engine/clients/open.ts";
import { dialectOf } from "../../server/src/engine/document/dialect.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { SpecDocument } from "../../server/src/engine/document/part.ts";
import { check, findingsIn } from "../../server/src/engine/features/check.ts";
import { asCommand, asResource, asSpec } from "../../server/src/engine/features/copy.ts";
import { defaultSettings } from "../../server/src/engine/lint/settings.ts";
import { specOf } from "../../server/src/engine/reading/spec.ts";
import { isSpecFile } from "../../server/src/file-names.ts";

const only = (clients: readonly AppClient[]): AppClient => {
  const [client] = clients;
  if (!client) throw new Error("There is no app client");
  return client;
};
const spec = (text: string) => only(clientsIn(parseSpec(text, text.startsWith("{") ? "json" : "yaml")));

/** What a shell hands on to a command: the arguments of `aws`, in place of which stands a function. */
function argumentsOf(command: string): string[] {
  const script = `aws() { for argument in "$@"; do printf '%s\\0' "$argument"; done; }\n${command}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

const hostile = [
  "it's; rm -rf ~",
  "$(id) `id` $",
  "a\nb\tc\\d\\\\",
  '"quoted" \\" \\\'',
  "!! !1 #x & | > < * ? [a] {b}",
  "'''",
  "\u202egnp.exe\u2028\u0007\u009b31m",
  "ключ 値 😀",
];

describe.skipIf(process.platform === "win32")("a command that is copied", () => {
  test("hands the very request to the AWS CLI, whatever stands in it", () => {
    const request = { UserPoolId: "eu-west-1_AbCdEfGhI", ClientName: "web", CallbackURLs: hostile };
    const copied = asCommand(spec(JSON.stringify(request)));
    const [service, verb, option, input, ...more] = argumentsOf(copied?.text ?? "");
    expect([service, verb, option, more]).toEqual(["cognito-idp", "create-user-pool-client", "--cli-input-json", []]);
    // What looks like a placeholder is one.
    const isOpen = (value: string) => value.startsWith("$(");
    expect(JSON.parse(input ?? "")).toEqual({
      ...request,
      CallbackURLs: hostile.map((value) => (isOpen(value) ? "<CallbackURLs>" : value)),
    });
    expect(copied?.text).not.toMatch(/[\u007f-\u009f\u2028\u202e]/);
  });
});

describe("what is copied is accepted where it is meant to go", () => {
  const examples = join(import.meta.dirname, "../../examples");
  const files = readdirSync(examples, { recursive: true, encoding: "utf8" })
    .filter((name) => isSpecFile(name))
    .map((name) => [name, readFileSync(join(examples, name), "utf8")] as const);
  const errorsIn = (document: SpecDocument) =>
    check(document, { settings: defaultSettings }).flatMap(({ severity, message }) =>
      severity === "error" ? [message] : [],
    );

  test.each(files)("as a resource, and as a spec again: %s", (name, text) => {
    const dialect = dialectOf(name) === "yaml" ? "yaml" : "json";
    for (const client of clientsIn(parseSpec(text, dialectOf(name)))) {
      const isSound = findingsIn(client, { settings: defaultSettings }).every(({ severity }) => severity !== "error");
      const copied = asResource(client);
      if (!isSound || !copied) continue;
      const template =
        dialect === "yaml"
          ? `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${copied.text.replace(/^(?=.)/gm, "  ")}`
          : `{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {${copied.text}}}`;
      const document = openByContent(template, dialect, "t") as SpecDocument;
      expect(errorsIn(document)).toEqual([]);
      const again = parseSpec(asSpec(only(clientsIn(document)))?.text ?? "", dialect);
      expect(errorsIn(again)).toEqual([]);
      const names = (of: AppClient) => specOf(of).node?.members.map(({ key }) => key) ?? [];
      const lost = names(client).filter((key) => !names(only(clientsIn(again))).includes(key));
      expect(lost.filter((key) => !copied.left.includes(key))).toEqual([]);
    }
  });

  test.each([
    [
      "a secret of one's own",
      "ClientSecret: Zq81hHb2nQx0Zq81hHb2nQx0\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [a/b]",
    ],
    ["0 days", "RefreshTokenValidity: 0"],
    ["what is filled in later", "AccessTokenValidity: ${MINUTES}\nCallbackURLs: ['https://${HOST}/cb']"],
  ])("a resource that was a spec with %s", (_, members) => {
    const copied = asResource(spec(`UserPoolId: eu-west-1_AbCdEfGhI\nClientName: web\n${members}\n`));
    const template = `Resources:\n${copied?.text.replace(/^(?=.)/gm, "  ")}`;
    expect(errorsIn(openByContent(template, "yaml", "t.yaml") as SpecDocument)).toEqual([]);
  });

  test("a spec that was a resource without a name asks for one", () => {
    const text =
      "Resources:\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: {UserPoolId: !Ref Pool}\n";
    const copied = asSpec(only(clientsIn(openByContent(text, "yaml", "t.yaml") as SpecDocument)));
    expect(copied?.open).toEqual(["UserPoolId", "ClientName"]);
    expect(errorsIn(parseSpec(copied?.text ?? "", "yaml"))).toEqual([]);
  });
});
