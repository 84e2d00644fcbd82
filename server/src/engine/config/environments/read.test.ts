import { describe, expect, test } from "vitest";
import { marked } from "../../../../../test/support/marks.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Dialect } from "../../document/part.ts";
import { readEnvironmentsFile } from "./read.ts";

const read = (text: string, dialect: Dialect = "yaml") => readEnvironmentsFile(parseSpec(text, dialect));

const complete = `environments:
  dev: { account: "111122223333", pool: eu-west-1_AbCdEfGhI }
  prod: { account: "444455556666", pool: eu-central-1_XyZ123456, protected: true }
clients:
  web.cognito-client.yaml:
    dev: { id: 1example23456789 }
    prod:
      id: 7example98765432
      set:
        ClientName: web-prod
  apis.cognito-client.yaml#orders:
    dev: { id: 3example987654 }
`;
const completeJson = JSON.stringify({
  environments: {
    dev: { account: "111122223333", pool: "eu-west-1_AbCdEfGhI" },
    prod: { account: "444455556666", pool: "eu-central-1_XyZ123456", protected: true },
  },
  clients: {
    "web.cognito-client.yaml": {
      dev: { id: "1example23456789" },
      prod: { id: "7example98765432", set: { ClientName: "web-prod" } },
    },
    "apis.cognito-client.yaml#orders": { dev: { id: "3example987654" } },
  },
});

describe.each([
  ["yaml", complete],
  ["json", completeJson],
] as const)("a complete file in %s", (dialect, text) => {
  const file = read(text, dialect);

  test("has no problem", () => expect(file.problems).toEqual([]));

  test("gives environments and links", () => {
    expect([...file.environments.values()].map((one) => [one.name, one.account, one.pool, one.protected])).toEqual([
      ["dev", "111122223333", "eu-west-1_AbCdEfGhI", false],
      ["prod", "444455556666", "eu-central-1_XyZ123456", true],
    ]);
    expect(file.specs.map(({ path, clientName, links }) => [path, clientName, links.map(({ id }) => id)])).toEqual([
      ["web.cognito-client.yaml", undefined, ["1example23456789", "7example98765432"]],
      ["apis.cognito-client.yaml", "orders", ["3example987654"]],
    ]);
  });
});

/** Each: what is wrong, marked where it is told; the rule; words of the message. */
const faulty: readonly (readonly [why: string, yaml: string, rule: string, message: RegExp])[] = [
  ["a list", "‹- dev›", "wrong-type", /This is an object/],
  ["a stream", "environments: {}\n‹---\n›a: 1", "wrong-type", /one document/],
  ["an unknown key at the root", "‹envs›: {}", "unknown-key", /environments, clients/],
  ["a profile", "environments: { dev: { ‹profile›: admin } }", "unknown-key", /each user's own choice/],
  ["a profile in capitals", "environments: { dev: { ‹Profile›: admin } }", "unknown-key", /each user's own choice/],
  ["a region", "environments: { dev: { ‹region›: eu-west-1 } }", "unknown-key", /pool id has it/],
  ["an endpoint", "environments: { dev: { ‹endpoint_url›: 'http://x' } }", "unknown-key", /AWS configuration/],
  [
    "__proto__",
    "environments: { dev: { ‹__proto__›: { protected: false } } }",
    "unknown-key",
    /account, pool, protected/,
  ],
  ["a name with capitals", "environments: { ‹Prod›: {} }", "name-format", /small letters/],
  ["an environment that is text", "environments: { dev: ‹eu-west-1_AbC› }", "wrong-type", /object/],
  ["an account without quotes", "environments: { dev: { account: ‹111122223333› } }", "account-format", /in quotes/],
  ["a short account", "environments: { dev: { account: ‹'1111'› } }", "account-format", /twelve digits/],
  ["a pool that is none", "environments: { dev: { pool: ‹my-pool› } }", "pool-format", /underscore/],
  ["a protection that is text", "environments: { dev: { protected: ‹'no'› } }", "wrong-type", /counts as protected/],
  [
    "an environment that is not there",
    "environments: { dev: {} }\nclients: { a.yaml: { ‹prod›: {} } }",
    "unknown-environment",
    /dev/,
  ],
  ["a path upward", "clients: { ‹../a.yaml›: {} }", "spec-path", /out of this file's folder/],
  ["an absolute path", "clients: { ‹/etc/passwd›: {} }", "spec-path", /absolute/],
  ["a drive", "clients: { ‹'C:/a.yaml'›: {} }", "spec-path", /absolute/],
  ["a backslash", "clients: { ‹'a\\b.yaml'›: {} }", "spec-path", /with \//],
  [
    "an id with a hyphen",
    "environments: { dev: {} }\nclients: { a.yaml: { dev: { id: ‹a-b› } } }",
    "id-format",
    /letters, digits/,
  ],
  [
    "an id that is a number",
    "environments: { dev: {} }\nclients: { a.yaml: { dev: { id: ‹12345› } } }",
    "id-format",
    /quotes/,
  ],
  [
    "an unknown key of a link",
    "environments: { dev: {} }\nclients: { a.yaml: { dev: { ‹pool›: x } } }",
    "unknown-key",
    /id, set/,
  ],
  [
    "a pool in set",
    "environments: { dev: {} }\nclients: { a.yaml: { dev: { set: { ‹UserPoolId›: x } } } }",
    "set-member",
    /environment/,
  ],
  [
    "a secret in set",
    "environments: { dev: {} }\nclients: { a.yaml: { dev: { set: { ‹ClientSecret›: x } } } }",
    "set-member",
    /repository/,
  ],
];

test.each(faulty)("%s is told where it stands", (_, source, rule, message) => {
  const { text, spans } = marked(source);
  const [problem, ...others] = read(text).problems;
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    rule: `environments-${rule}`,
    span: spans[0],
    message: expect.stringMatching(message),
  });
});

test("one app client of two specs is told at the second, with the first", () => {
  const { text, spans } = marked(
    "environments: { dev: { pool: eu-west-1_A } }\nclients:\n  a.yaml: { dev: { id: ‹abc› } }\n  b.yaml: { dev: { id: ‹abc› } }\n",
  );
  expect(read(text).problems).toMatchObject([
    { rule: "environments-same-app-client", span: spans[1], related: [{ span: spans[0] }] },
  ]);
});

test("the same id in another pool is another app client", () => {
  const text =
    "environments: { dev: { pool: eu-west-1_A }, prod: { pool: eu-west-1_B } }\nclients:\n  a.yaml: { dev: { id: abc }, prod: { id: abc } }\n";
  expect(read(text).problems).toEqual([]);
});

test("what cannot be understood protects", () => {
  expect(read("environments: { prod: { protected: yes } }").environments.get("prod")?.protected).toBe(true);
});

test("no text makes it throw", () => {
  for (let end = 0; end <= complete.length; end++) {
    read(complete.slice(0, end));
    read(completeJson.slice(0, end), "jsonc");
  }
});

test("spans are the file's also behind a document's start", () => {
  const { text, spans } = marked("# targets\n---\n‹envs›: {}\n");
  expect(read(text).problems).toMatchObject([{ rule: "environments-unknown-key", span: spans[0] }]);
});
