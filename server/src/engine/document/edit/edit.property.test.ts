import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Choose,
  chooseKey,
  chooseObject,
  chooseValue,
  tapeOf,
  type Value,
  writeJson,
  writeYaml,
} from "../../../../../test/support/random-spec.ts";
import type { AppClient } from "../../clients/app-client.ts";
import { clientsIn } from "../../clients/clients-in.ts";
import { commentsOf } from "../comments.ts";
import type { Member, SpecNode } from "../node.ts";
import { parseSpec } from "../parse.ts";
import type { Dialect, Part, TextEdit } from "../part.ts";
import {
  appendItems,
  applyEdits,
  insertMember,
  plainOf,
  removeItems,
  removeMembers,
  renameKey,
  replaceValue,
  setMember,
} from "./edit.ts";
import { entriesOf } from "./entries.ts";

const tape = fc.array(fc.nat(999), { maxLength: 400, size: "max" });
const runs = Number(process.env["FC_RUNS"] ?? 400);

interface Change {
  readonly name: string;
  readonly edits: TextEdit[];
  /** Changes the plain value in the same way. */
  apply(container: Value): Value;
}

type Map = { [key: string]: Value };

function pick<T>(choose: Choose, from: readonly T[]): T[] {
  return from.filter(() => choose(2) === 1);
}

function change(part: Part, node: SpecNode, choose: Choose): Change | undefined {
  const isRoot = node === part.root;
  const kind = choose(7);
  if (kind === 0) {
    const old = plainOf(node) as Value;
    // A list at the root would be several app clients.
    const other = isRoot ? chooseObject(choose, 2, choose(4)) : chooseValue(choose, 2);
    const value = choose(2) === 0 ? other : varied(old, choose);
    return {
      name: `replaceValue ${JSON.stringify(value)}`,
      edits: replaceValue(part, node, value),
      apply: () => value,
    };
  }
  if (node.kind === "array") {
    if (kind < 4) {
      const items = pick(choose, node.items);
      const kept = (list: Value) => (list as Value[]).filter((_, i) => !items.includes(node.items[i] as SpecNode));
      return { name: "removeItems", edits: removeItems(part, node, items), apply: kept };
    }
    const values = Array.from({ length: 1 + choose(2) }, () => chooseValue(choose, 1));
    const index = choose(node.items.length + 1);
    const before = node.items[index];
    return {
      name: `appendItems ${JSON.stringify(values)} at ${index}`,
      edits: appendItems(part, node, values, before ? { before } : {}),
      apply: (list) => (list as Value[]).toSpliced(index, 0, ...values),
    };
  }
  if (node.kind !== "object") return undefined;
  if (kind < 3) {
    const members = pick(
      choose,
      node.members.filter((member) => !member.alias),
    );
    const gone = members.map((member) => member.key);
    return {
      name: `removeMembers ${gone}`,
      edits: removeMembers(part, node, members),
      apply: (map) => Object.fromEntries(Object.entries(map as Map).filter(([key]) => !gone.includes(key))),
    };
  }
  const key = kind === 3 || kind === 4 ? `new ${chooseKey(choose)}` : chooseKey(choose);
  const member = node.members[choose(node.members.length || 1)];
  if (kind === 5) {
    if (!member || node.members.some((other) => other.key === key)) return undefined;
    return {
      name: `renameKey ${key}`,
      edits: renameKey(part, member, key),
      apply: (map) => Object.fromEntries(Object.entries(map as Map).map(([k, v]) => [k === member.key ? key : k, v])),
    };
  }
  const value = chooseValue(choose, 2);
  const apply = (map: Value) => ({ ...(map as Map), [key]: value });
  if (kind === 6)
    return { name: `setMember ${key} ${JSON.stringify(value)}`, edits: setMember(part, node, key, value), apply };
  const where: { after?: Member; before?: Member } =
    !member || choose(3) === 0 ? {} : choose(2) === 0 ? { after: member } : { before: member };
  return {
    name: `insertMember ${key} ${JSON.stringify(value)} ${Object.keys(where)}`,
    edits: insertMember(part, node, key, value, where),
    apply,
  };
}

/** Something near the old value, so that much can stay. */
function varied(old: Value, choose: Choose): Value {
  if (Array.isArray(old)) {
    const kept = pick(choose, old);
    return kept.toSpliced(choose(kept.length + 1), 0, ...(choose(2) ? [chooseValue(choose, 1)] : []));
  }
  if (typeof old !== "object" || old === null) return chooseValue(choose, 0);
  const entries = pick(choose, Object.entries(old)).map(([key, item]) => [
    key,
    choose(3) ? item : varied(item, choose),
  ]);
  return { ...Object.fromEntries(entries), ...chooseObject(choose, 1, choose(2)) };
}

/** Goes down to a random container (or value) and returns its path. */
function walk(root: SpecNode, choose: Choose): { node: SpecNode; nodes: SpecNode[]; path: (string | number)[] } {
  let node = root;
  const path: (string | number)[] = [];
  const nodes = [root];
  while (choose(3) > 0) {
    if (node.kind === "array" && node.items.length > 0) {
      const index = choose(node.items.length);
      path.push(index);
      node = node.items[index] as SpecNode;
    } else if (node.kind === "object" && node.members.length > 0) {
      const member = node.members[choose(node.members.length)] as Member;
      path.push(member.key);
      node = member.value as SpecNode;
    } else break;
    nodes.push(node);
  }
  return { node, nodes, path };
}

function changed(value: Value, path: readonly (string | number)[], apply: (value: Value) => Value): Value {
  const [step, ...rest] = path;
  if (step === undefined) return apply(value);
  if (Array.isArray(value)) return value.with(step as number, changed(value[step as number] as Value, rest, apply));
  return { ...(value as Map), [step]: changed((value as Map)[step] as Value, rest, apply) };
}

/** The texts of everything that the change has no business with. */
function bystanders({ part, root }: AppClient, path: readonly (string | number)[]): string[] {
  const texts: string[] = [];
  let node = root as SpecNode;
  for (const step of path) {
    if (node.kind !== "array" && node.kind !== "object") break;
    const entries = entriesOf(part, node);
    const own = (entry: (typeof entries)[number], i: number) => (entry.member ? entry.member.key === step : i === step);
    texts.push(...entries.filter((entry, i) => !own(entry, i)).map(({ start, end }) => part.text.slice(start, end)));
    node = entries.find(own)?.node as SpecNode;
  }
  return texts;
}

/** A file of one app client, of a list of them, or (YAML) of several documents. */
function chooseFile(dialect: Dialect, choose: Choose): { text: string; values: Value[] } {
  const count = choose(4) === 1 ? 2 : 1;
  const values = Array.from({ length: count }, () => chooseObject(choose, 3, 1 + choose(4)));
  const isList = count > 1 || choose(5) === 1;
  if (dialect !== "yaml") return { text: writeJson(isList ? values : (values[0] as Value), choose, dialect), values };
  if (isList && choose(2) === 1) return { text: writeYaml(values, choose), values };
  const documents = values.map((value) =>
    writeYaml(value, choose)
      .replace(/^%YAML.*\r?\n/m, "")
      .trimStart()
      .replace(/(?<!\n)$/, "\n"),
  );
  return { text: documents.map((text, i) => (i === 0 || /^---/m.test(text) ? text : `---\n${text}`)).join(""), values };
}

function units(text: string, dialect: Dialect, story = text): readonly AppClient[] {
  const document = parseSpec(text, dialect);
  expect(
    document.units.flatMap(({ part }) => part.problems),
    story,
  ).toEqual([]);
  return clientsIn(document);
}

const commentTexts = (text: string, dialect: Dialect) =>
  commentsOf({ syntax: dialect === "yaml" ? "yaml" : "json", text, root: undefined, problems: [] })
    .map((comment) => comment.text)
    .sort();

/** Whether a change here changes other places too, or is refused for their sake. */
function isShared(part: Part, nodes: readonly SpecNode[]): boolean {
  const target = nodes.at(-1) as SpecNode;
  if (nodes.some((node) => node.alias || node.anchor)) return true;
  return (
    part.syntax === "yaml" &&
    /[\s[{]&a\d|<<:/.test(part.text.slice(Math.max(0, target.span.start - 1), target.span.end))
  );
}

function check(dialect: Dialect, numbers: readonly number[]): void {
  const choose = tapeOf(numbers);
  const { text, values } = chooseFile(dialect, choose);
  const before = units(text, dialect);
  expect(
    before.map(({ root }) => plainOf(root)),
    text,
  ).toEqual(values);
  const index = choose(values.length);
  const { part, root, base } = before[index] as AppClient;
  expect(replaceValue(part, root as SpecNode, values[index] as Value), text).toEqual([]);

  const { node, nodes, path } = walk(root as SpecNode, choose);
  const made = change(part, node, choose);
  if (!made) return;
  const edited = applyEdits(part.text, made.edits);
  const after = text.slice(0, base) + edited + text.slice(base + part.text.length);
  const story = `${made.name} at ${index}/${path.join("/")}\n${text}\n=>\n${after}`;
  const result = units(after, dialect, story);
  expect(commentTexts(after, dialect), story).toEqual(commentTexts(text, dialect));
  if (!text.includes("\r\n")) expect(after.includes("\r"), story).toBe(false);
  if (isShared(part, nodes)) return;
  const expected = changed(values[index] as Value, path, made.apply);
  expect(
    result.map((client) => plainOf(client.root)),
    story,
  ).toEqual(values.with(index, expected as Map));
  expect(bystanders(result[index] as AppClient, path), story).toEqual(bystanders(before[index] as AppClient, path));
}

test.each(["json", "jsonc", "yaml"] as const)(
  "an edit of %s says what the same change of the value says, and leaves the rest alone",
  (dialect) => {
    fc.assert(
      fc.property(tape, (numbers) => check(dialect, numbers)),
      { numRuns: runs },
    );
  },
  120_000,
);
