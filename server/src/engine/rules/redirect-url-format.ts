import { formatAt, type Misfit } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { isEditable, removeMembers, replaceValue } from "../document/edit/edit.ts";
import { type ArrayNode, type ScalarNode, type SpecNode, stringValue } from "../document/node.ts";
import type { Part } from "../document/part.ts";
import { sentence } from "../lint/checks/check-format.ts";
import { dropItem, dropMember, use } from "../lint/fixes/fix.ts";
import { splitFix } from "../lint/fixes/split-item.ts";
import { spanWithTag } from "../lint/fixes/template-edits.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { literalPieces } from "../reading/deploy-text.ts";
import { itemsOf } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

const format = formatAt("DefaultRedirectURI");
const isMisfit = (node: SpecNode) => format(stringValue(node) ?? "") !== undefined;

export const redirectUrlFormat: Rule = {
  id: "redirect-url-format",
  summary: "A redirect or logout URL has 1 to 1024 characters and no white space",
  why: "Cognito compares redirect URLs character by character and refuses empty ones and any white space or control character in them, even at the ends. Letters of any script are fine.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("CallbackURLs"),
  refusals: [
    modelConstraint("CallbackURLs", "items"),
    modelConstraint("LogoutURLs", "items"),
    modelConstraint("DefaultRedirectURI", "pattern"),
    modelConstraint("DefaultRedirectURI", "length"),
  ],
  fixable: true,
  *check(spec) {
    for (const name of ["CallbackURLs", "LogoutURLs"] as const) {
      const list = spec.list(name);
      if (list.state !== "known") continue;
      for (const { node, path } of list.value.symbols) {
        if (!literalPieces(spec, node).some((piece) => /\s/.test(piece))) continue;
        yield {
          span: spanWithTag(node),
          path,
          message: `A URL in ${name} contains white space whatever the deploy fills in, and Cognito refuses that. ${advice({ kind: "characters" })}`,
          data: { member: name, problem: "characters" },
        };
      }
      for (const { value, node, path } of list.value.where(isMisfit)) {
        const misfit = format(value);
        if (!misfit) continue;
        yield {
          span: node.span,
          path,
          message: sentence(`A URL in ${name}`, value, misfit, advice(misfit)),
          data: { member: name, problem: misfit.kind },
          fixes: (part) => itemFixes(part, spec, list.node, node, value),
        };
      }
    }
    yield* defaultRedirect(spec);
  },
};

function* defaultRedirect(spec: Spec): ReturnType<Rule["check"]> & Generator {
  const field = spec.string("DefaultRedirectURI");
  if (field.state !== "known") return;
  const { value, node, path, member } = field;
  const misfit = format(value);
  // The same text among the callbacks is reported there, and a repair of one alone would part them.
  if (!misfit || itemsOf(spec.callbacks).some((item) => item.value === value)) return;
  const trimmed = value.trim();
  const isCallback = itemsOf(spec.callbacks).some((item) => item.value === trimmed);
  yield {
    span: node.span,
    path,
    message: sentence("DefaultRedirectURI", value, misfit, advice(misfit)),
    data: { member: "DefaultRedirectURI", problem: misfit.kind },
    fixes: (part) => [
      ...(trimmed !== value && isCallback ? use(part, node, trimmed, { safe: true }) : []),
      ...dropMember(part, spec.node, member),
    ],
  };
}

function advice({ kind }: Pick<Misfit, "kind">): string {
  if (kind === "empty") return "Remove it, or write the URL.";
  if (kind === "long") return "Use a shorter URL.";
  return "Remove white space, or write %20 for a space that belongs to the URL.";
}

function itemFixes(part: Part, spec: Spec, list: ArrayNode, node: ScalarNode, value: string): Fix[] {
  const target = { part, spec, list, node, value };
  const trimmed = value.trim();
  if (trimmed === "") return drop(target, true, "Remove the empty item");
  if (trimmed !== value && !format(trimmed)) return replaceOrDrop(target, trimmed, true);
  const split = splitFix(part, list, node, piecesOf(value), format, false);
  const repairs = [...new Set([trimmed.replace(/\s+/g, ""), trimmed.replace(/ /g, "%20")])];
  const fitting = repairs.filter((url) => url !== value && !format(url));
  return [
    ...(split.length > 0 && !repeatedAsDefault(target)
      ? split
      : fitting.flatMap((url) => replaceOrDrop(target, url, false))),
    ...drop(target, false, "Remove this item"),
  ];
}

/** The addresses in a text; what stands between them is cut off the end of each, character by character. */
function piecesOf(value: string): string[] {
  return value.split(/(?<=[\s,;])(?=[A-Za-z][A-Za-z0-9+.-]*:\/\/)/).map((piece) => {
    let end = piece.length;
    while (end > 0 && /[\s,;]/.test(piece.charAt(end - 1))) end--;
    return piece.slice(0, end);
  });
}

interface Target {
  readonly part: Part;
  readonly spec: Spec;
  readonly list: ArrayNode;
  readonly node: ScalarNode;
  readonly value: string;
}

/** What is already in the list need not be written again. */
function replaceOrDrop(target: Target, url: string, safe: boolean): Fix[] {
  const { part, spec, list, node } = target;
  const isThere = list.items.some((item) => item.kind === "scalar" && item.value === url);
  const fixes = isThere
    ? dropItem(part, list, node, { safe, title: "Remove this repetition" })
    : use(part, node, url, { safe });
  const standard = spec.string("DefaultRedirectURI");
  if (standard.state !== "known" || !repeatedAsDefault(target)) return fixes;
  const also = isEditable(standard.node) ? replaceValue(part, standard.node, url) : [];
  return fixes.map((fix) => ({ ...fix, edits: [...fix.edits, ...also] }));
}

function drop(target: Target, safe: boolean, title: string): Fix[] {
  const { part, spec, list, node } = target;
  const fixes = dropItem(part, list, node, { safe, title });
  const entry = repeatedAsDefault(target) && spec.entry("DefaultRedirectURI");
  if (!entry || !spec.node) return fixes;
  const also = removeMembers(part, spec.node, [entry.member]);
  return fixes.map((fix) => ({ ...fix, edits: [...fix.edits, ...also] }));
}

/** The default must go on being one of the callbacks, so it takes part in what happens to its twin. */
function repeatedAsDefault({ spec, list, value }: Target): boolean {
  const standard = spec.string("DefaultRedirectURI");
  const { callbacks } = spec;
  return (
    standard.state === "known" && standard.value === value && callbacks.state === "known" && callbacks.node === list
  );
}
