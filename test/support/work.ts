/**
 * What the engine's answers cost, in units of work: every run of a block of its code and of its parsers', as V8's coverage counts
 * them, and every character or item that a built-in method looks at. The same on every machine.
 * `node work.ts 100 1000 10000` prints `{ "<what> (<syntax>)": { "<answer>": [units of 10², of 10³, of 10⁴] } }`.
 */
import { Session } from "node:inspector";

let native = 0;

/** Counts what built-in methods walk over: V8's coverage does not see into them. */
function countNatives(): void {
  const wrap = (
    prototype: object,
    names: readonly string[],
    cost: (self: { length: number }, args: unknown[], result: unknown) => number,
  ) => {
    for (const name of names) {
      const own = Reflect.get(prototype, name) as (...args: unknown[]) => unknown;
      Object.defineProperty(prototype, name, {
        configurable: true,
        writable: true,
        value(this: { length: number }, ...args: unknown[]) {
          const result = own.apply(this, args);
          native += cost(this, args, result);
          return result;
        },
      });
    }
  };
  const whole: Parameters<typeof wrap>[2] = ({ length }) => length;
  const made: Parameters<typeof wrap>[2] = (_self, _args, result) =>
    (result as { length?: number } | undefined)?.length ?? 0;
  wrap(Array.prototype, ["indexOf", "includes", "lastIndexOf"], whole);
  wrap(Array.prototype, ["slice", "concat", "splice"], made);
  wrap(Array.prototype, ["shift", "unshift", "join", "reverse", "fill"], whole);
  wrap(Array.prototype, ["sort"], ({ length }) => length * Math.log2(length + 1));
  // Spreading, `for … of`, and what is made from a list.
  const { values } = Array.prototype;
  Object.defineProperty(Array.prototype, Symbol.iterator, {
    configurable: true,
    writable: true,
    value(this: unknown[]) {
      const iterator = values.call(this);
      return {
        next: () => {
          native++;
          return iterator.next();
        },
        [Symbol.iterator]() {
          return this;
        },
      };
    },
  });
}

const session = new Session();
session.connect();
const post = (method: string, parameters?: object) =>
  new Promise<{ result: { url: string; functions: { ranges: { count: number }[] }[] }[] }>((resolve, reject) => {
    session.post(method as "Profiler.enable", parameters as never, (error: Error | null, result?: unknown) =>
      error ? reject(error) : resolve(result as never),
    );
  });

await post("Profiler.enable");
await post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
const engine = await import("../../server/src/engine/index.ts");
const { check, complete, fixesAt, format, hints, hover, lenses, links, openTemplate, parseSpec, symbols } = engine;
countNatives();
await post("Profiler.takePreciseCoverage");

/** Of what runs of the engine since it was last asked. */
async function unitsOf(job: () => void): Promise<number> {
  native = 0;
  job();
  let units = native;
  for (const { url, functions } of (await post("Profiler.takePreciseCoverage")).result)
    if (/server\/src\/|jsonc-parser|\/yaml\//.test(url))
      for (const { ranges } of functions) for (const { count } of ranges) units += count;
  return units;
}

type Text = (size: number) => string;
const lines = (line: string) => (size: number) =>
  Array.from({ length: size }, (_, index) => line.replaceAll("#N", String(index))).join("");
const lists = [
  "CallbackURLs",
  "LogoutURLs",
  "AllowedOAuthScopes",
  "AllowedOAuthFlows",
  "ExplicitAuthFlows",
  "SupportedIdentityProviders",
  "ReadAttributes",
  "WriteAttributes",
];
const texts = [
  "UserPoolId",
  "ClientName",
  "ClientId",
  "ClientSecret",
  "DefaultRedirectURI",
  "PreventUserExistenceErrors",
];
const numbers = ["RefreshTokenValidity", "AccessTokenValidity", "IdTokenValidity", "AuthSessionValidity"];
const json =
  (value: (size: number) => unknown): Text =>
  (size) =>
    JSON.stringify(value(size), null, 1);
const each = (names: readonly string[], value: (size: number) => unknown) => (size: number) =>
  Object.fromEntries(names.map((name) => [name, value(Math.ceil(size / names.length))]));
const items = (item: (index: number) => unknown) => (size: number) =>
  Array.from({ length: size }, (_, index) => item(index));

/** JSON is YAML, too, but nobody writes it: what is made of values is tried in both. */
const values: Record<string, Text> = {
  "lists of different items": json(
    each(
      lists,
      items((index) => `https://a${index}.example/cb`),
    ),
  ),
  "lists of equal items": json(
    each(
      lists,
      items(() => "openid"),
    ),
  ),
  "lists of what does not belong there": json(
    each(
      lists,
      items((index) => [null, 5, {}, [], true, ""][index % 6]),
    ),
  ),
  "long texts": json(each(texts, (size) => "a".repeat(size))),
  "texts of spaces": json(each(texts, (size) => " ".repeat(size))),
  "texts of placeholders that do not end": json(each([...texts, ...numbers], (size) => "${{{<%".repeat(size / 5))),
  "texts of placeholders": json(each([...texts, ...numbers], (size) => "${A}{{b}}".repeat(size / 5))),
  "addresses of dots and slashes": json(
    each(["CallbackURLs", "LogoutURLs"], (size) => [
      `https://${"a./".repeat(size)}`,
      "a:".repeat(size),
      "#".repeat(size),
    ]),
  ),
  "long numbers": (size) => `{${numbers.map((name) => `"${name}": 1${"0".repeat(size)}`).join(", ")}}`,
  "members that nobody knows": json((size) =>
    Object.fromEntries(Array.from({ length: size }, (_, index) => [`x${index}`, index])),
  ),
  "misspelt members": json((size) =>
    Object.fromEntries(Array.from({ length: size }, (_, index) => [`CallbackURL${"s".repeat(index % 5)}${index}`, []])),
  ),
  "a member over and over": (size) => `{${Array(size).fill('"ClientName": "a"').join(",\n")}}`,
  "app clients": json(items((index) => ({ UserPoolId: "eu-west-1_a", ClientName: `a${index % 7}` }))),
  "something deep in each item": json(
    each(
      ["CallbackURLs"],
      items(() => [[[["x"]]]]),
    ),
  ),
};
const only: Record<"jsonc" | "yaml", Record<string, Text>> = {
  jsonc: {
    comments: lines("// c #N\n"),
    suppressions: (size) =>
      `{ ${lines("// cognito-client-disable-next-line implicit-grant, x#N\n")(size)} "ClientName": "a" }`,
    commas: (size) => `[${",".repeat(Math.min(size, 9_000))}]`,
    quotes: (size) => `{"a": ${"'".repeat(size)}}`,
    "lines that are no JSON": (size) => `{\n${lines("x#N = y,\n")(size)}}`,
    "blank lines": (size) => `{"ClientName": "a"${"\n".repeat(size)}}`,
  },
  yaml: {
    comments: lines("# c #N\n"),
    suppressions: lines("# cognito-client-disable-next-line implicit-grant x#N\nx#N: 1\n"),
    documents: lines("ClientName: a#N\n---\n"),
    "items of a list": lines("- ClientName: a#N\n  # note\n"),
    "block lists": (size) => `CallbackURLs:\n${lines("  - https://a#N.example/cb\n")(size)}`,
    aliases: (size) => `x: &a [1]\nCallbackURLs:\n${lines("  - *a\n")(size)}`,
    "merge keys": (size) => `x: &a { b: 1 }\n${lines("y#N: { <<: *a }\n")(size)}`,
    "lines that are no YAML": lines("x#N y\n"),
    "one line of words": (size) => `ClientName: ${"word ".repeat(size)}`,
    quotes: (size) => `ClientName: ${"'".repeat(size)}`,
    "blank lines": (size) => `ClientName: a\n${"\n".repeat(size)}b: c`,
    tabs: lines("\tx#N: 1\n"),
    "a template's app clients": (size) =>
      `Resources:\n${lines("  A#N:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: { UserPoolId: x }\n")(size)}`,
    "a template's members that nobody knows": (size) =>
      `Resources:\n  A:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n${lines("      x#N: 1\n")(size)}`,
    "a template's substitutions": (size) =>
      `Resources:\n  A:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      CallbackURLs:\n        - !Sub "${"${B}".repeat(size)}${"${".repeat(size)}"\n`,
    "a template's other resources": (size) =>
      `Resources:\n  A:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: { UserPoolId: !Ref P0 }\n${lines("  P#N:\n    Type: AWS::Cognito::UserPool\n")(size)}`,
  },
};

const settings = { preset: "strict", rules: {} } as const;
const sizes = process.argv.slice(2).map(Number);
const report: Record<string, Record<string, number[]>> = {};

for (const [syntax, cases] of [
  ["json", values],
  ["yaml", values],
  ["jsonc", only.jsonc],
  ["yaml", only.yaml],
] as const) {
  for (const [what, text] of Object.entries(cases)) {
    const units: Record<string, number[]> = {};
    for (const size of sizes) {
      const source = text(size);
      const open = () =>
        what.startsWith("a template") ? openTemplate(source, "yaml", "/a/template.yaml") : parseSpec(source, syntax);
      let document: ReturnType<typeof open>;
      // Where a line begins, so that it is a place of something in all of them.
      const middle = source.indexOf("\n", source.length >> 1) + 1;
      const places = [middle, source.indexOf("\n", middle) + 1];
      const answers: Record<string, () => unknown> = {
        check: () => {
          document = open();
          return check(document, { settings });
        },
        "all else": () => [
          places.map((at) => [
            fixesAt(document, { start: at, end: at }, { settings }),
            complete(document, at, { settings }),
            hover(document, at, { settings }),
          ]),
          links(document),
          symbols(document),
          lenses(document),
          hints(document, { start: 0, end: source.length }, { lifetimes: true, defaults: true }),
          format(document, { tabSize: 2, insertSpaces: true }),
        ],
      };
      for (const [name, answer] of Object.entries(answers)) {
        units[name] ??= [];
        units[name].push(await unitsOf(answer));
      }
    }
    report[`${what} (${syntax})`] = units;
  }
}
console.log(JSON.stringify(report));
