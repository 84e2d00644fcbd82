/** docs/iam.md and the calls of this folder: what arrives at an emulator is compared in test/aws. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allowedActions, explainedActions } from "../../test/support/iam.ts";

const services: Readonly<Record<string, string>> = {
  "client-cognito-identity-provider": "cognito-idp",
  "client-sts": "sts",
};

/** The operations that a file can call, as IAM names them. */
function calledIn(source: string): string[] {
  const imports = source.matchAll(/^import \{([^}]*)\} from "@aws-sdk\/([\w-]+)";$/gm);
  return [...imports].flatMap(([, names = "", library = ""]) =>
    [...names.matchAll(/\b(\w+)Command\b/g)].map(([, operation]) => `${services[library]}:${operation}`),
  );
}

test("the page explains each operation that is called, and allows it in a policy; and no other", () => {
  const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const called = sources.flatMap((name) => calledIn(readFileSync(join(import.meta.dirname, name), "utf8")));
  expect(called.length).toBeGreaterThan(10);
  expect(explainedActions().sort()).toEqual([...new Set(called)].sort());
  // `sts:GetCallerIdentity` needs no permission.
  expect(allowedActions()).toEqual(called.filter((action) => action.startsWith("cognito-idp:")).sort());
});
