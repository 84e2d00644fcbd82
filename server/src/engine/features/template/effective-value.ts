import type { AppClient } from "../../clients/app-client.ts";
import { conditionsIn } from "../../clients/template/conditions-used.ts";
import { getAttOf } from "../../clients/template/expression.ts";
import { nodesIn, type Path, type Piece } from "../../clients/template/piece.ts";
import type { Reference } from "../../clients/template/references.ts";
import { type Reading, readingsOf } from "../../clients/template/site.ts";
import { literalText, type Parameter, type TemplateView } from "../../clients/template/view.ts";
import { findMember, type Member, type SpecNode, stringValue } from "../../document/node.ts";
import { isQuotable } from "../../lint/quotable.ts";
import { asPlainMarkdown } from "../hover-facts.ts";

/**
 * What a value that a function gives turns out to be, and where it comes from, as Markdown lines. Nothing that may be a secret.
 * @param node the value as written.
 * @param path from the app client's Properties to it.
 */
export function effectiveValue(client: AppClient, node: SpecNode, path: Path): string[] {
  const site = client.scope.template?.site;
  if (!site || node.kind !== "unknown") return [];
  const said = saidOf(readingsOf(site), path).filter(({ text }) => isQuotable(client.part, text));
  const texts = [...new Set(said.map(({ text }) => text))];
  const lines =
    texts.length === 1
      ? [`Effective: ${texts[0]}`]
      : said.map(({ text, when }) => `- ${text}${when === "" ? "" : `, when ${when}`}`).slice(0, MOST);
  return [lines.join("\n"), sourcesOf(node, site.view).join("\n\n")].filter((line) => line !== "");
}

/** More lines than this nobody reads. */
const MOST = 8;

function saidOf(readings: readonly Reading[], path: Path): { text: string; when: string }[] {
  return readings.flatMap((reading) => {
    const text = textOf(valueAt(reading, path));
    if (text === undefined) return [];
    const when = [...reading.scenario.truths].map(([name, truth]) => `${asPlainMarkdown(name)} is ${truth}`).join(", ");
    return [{ text, when }];
  });
}

/** The value of one reading that comes from a place as written: items of a list may have moved. `null`: taken away. */
function valueAt({ root, site, origin }: Reading, path: Path): SpecNode | null | undefined {
  let node: SpecNode = root;
  const here: (string | number)[] = [];
  for (const [depth, step] of path.entries()) {
    if (node.kind === "object") {
      const value: SpecNode | undefined = findMember(node, String(step))?.value;
      if (!value) return null;
      here.push(step);
      node = value;
    } else if (node.kind === "array") {
      const wanted = [...site.path, ...path.slice(0, depth + 1)];
      const index: number = node.items.findIndex((_, at) => startsWith(origin([...here, at]), wanted));
      if (index < 0) return null;
      here.push(index);
      node = node.items[index] as SpecNode;
    } else return undefined;
  }
  return node;
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

function textOf(node: SpecNode | null | undefined): string | undefined {
  if (node === null) return "not there";
  if (node?.kind === "scalar") return `**${asPlainMarkdown(String(node.value))}**`;
  if (node?.kind === "unknown" && node.isText && node.text !== undefined)
    return `**${asPlainMarkdown(node.text)}** (the deploy fills in what stands in \\$\\{…\\})`;
  if (node?.kind !== "array") return undefined;
  const items = node.items.map(textOf);
  return items.length === 0 ? "an empty list" : items.some((item) => item === undefined) ? undefined : items.join(", ");
}

/** Parameters and resources that the value names. */
function sourcesOf(node: SpecNode, view: TemplateView): string[] {
  const names = new Set([...nodesIn(node)].flatMap(namesIn));
  const conditions = new Set(conditionsIn(node));
  return [
    ...[...names].flatMap((name) => aboutName(name, "value", view)),
    ...[...conditions].flatMap((name) => aboutName(name, "condition", view)),
  ];
}

/** @returns what a name of the template stands for, as a Markdown line. */
export function aboutName(name: string, to: Reference["to"], view: TemplateView): string[] {
  const parameter = to === "value" ? view.parameters.get(name) : undefined;
  if (parameter) return [aboutParameter(parameter)];
  const type = to === "value" ? view.resources.get(name)?.type : undefined;
  if (type) return [`**${asPlainMarkdown(name)}** · ${asPlainMarkdown(type)} of this template`];
  const condition =
    to === "condition" ? view.members("Conditions").find(({ member }) => member.key === name) : undefined;
  return condition ? [aboutCondition(name, condition, view)] : [];
}

/** What a condition compares a hidden parameter with is as much of a secret. */
function aboutCondition(name: string, { piece, member }: { piece: Piece; member: Member }, view: TemplateView): string {
  const isHidden = [...nodesIn(member.value)].flatMap(namesIn).some((each) => isSecret(view.parameters.get(each)));
  const { text } = piece.part;
  const said = text
    .slice(member.keySpan.end, member.span.end)
    .replace(/^["']?\s*:\s*/, "")
    .replace(/\s+/g, " ");
  const isShort = !isHidden && said.length > 0 && said.length <= 200 && isQuotable(piece.part, said);
  return `Condition **${asPlainMarkdown(name)}**${isShort ? ` · \`${said.replaceAll("`", "'")}\`` : ""}`;
}

/** @returns the logical ids that a function's own arguments name. */
export function namesIn(node: SpecNode): string[] {
  if (node.kind !== "unknown" || !node.call) return [];
  const { name, args } = node.call;
  if (name === "Ref") return [stringValue(args) ?? ""];
  if (name === "Fn::GetAtt") return [getAttOf(args)?.id ?? ""];
  if (name !== "Fn::Sub") return [];
  const template = args?.kind === "array" ? args.items[0] : args;
  const text = template?.kind === "unknown" ? template.text : literalText(template);
  return [...(text ?? "").matchAll(/\$\{([^!{}.:]+)(?:\.[^{}]*)?\}/g)].map((match) => (match[1] ?? "").trim());
}

function isSecret(parameter: Pick<Parameter, "member"> | undefined): boolean {
  return findMember(parameter?.member.value, "NoEcho") !== undefined;
}

/** A default may be a secret (NoEcho, or by its name), so it is told of values alone that are read anyway: those that are allowed. */
function aboutParameter({ name, type, allowed, piece, member }: Parameter): string {
  const values = isSecret({ member }) ? [] : (allowed ?? []).filter((value) => isQuotable(piece.part, value));
  const shown = values.slice(0, MOST).map((value) => `\`${value.replaceAll("`", "'")}\``);
  const more = values.length > shown.length ? ", …" : "";
  return `Parameter **${asPlainMarkdown(name)}**${type ? ` · ${asPlainMarkdown(type)}` : ""}${shown.length > 0 ? ` · one of ${shown.join(", ")}${more}` : ""}`;
}
