import { documentation } from "../catalogue/links.ts";
import { nearest } from "../catalogue/nearest.ts";
import { memberOf } from "../catalogue/properties.ts";
import { appendItems, isEditable, replaceValue } from "../document/edit/edit.ts";
import { type SpecNode, stringValue } from "../document/node.ts";
import type { Part } from "../document/part.ts";
import { removal, setMembers, suggestions } from "../lint/fixes/fixes.ts";
import { spanWithTag } from "../lint/fixes/template-edits.ts";
import type { Fix, Report, Rule } from "../lint/rule.ts";
import { deployText, isOtherText } from "../reading/deploy-text.ts";
import { findItem, isEmptyList, itemsOf, lacks } from "../reading/lists.ts";
import { isAcceptableCallback, isUrlText } from "../reading/redirect-urls.ts";
import type { Spec } from "../reading/spec.ts";

/** The default is one of the callbacks, letter for letter. */
export const defaultRedirectNotInCallbacks: Rule = {
  id: "default-redirect-not-in-callbacks",
  summary: "DefaultRedirectURI equals one of the CallbackURLs",
  why: "The default redirect stands in for a request that names no `redirect_uri`, so it must be one of the allowed ones. Cognito compares letter by letter: a trailing slash or a capital makes another URL.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("DefaultRedirectURI"),
  refusals: [
    {
      exception: "InvalidParameterException",
      message: "The default redirect URI … is not in the callback URIs list.",
      blames: ["DefaultRedirectURI"],
    },
  ],
  fixable: true,
  *check(spec) {
    yield* symbolic(spec);
    const field = spec.string("DefaultRedirectURI");
    if (field.state !== "known" || !isUrlText(field.value) || !lacks(spec.callbacks, field.value)) return;
    if (callbacksAreDemanded(spec)) return;
    const { value, node, path } = field;
    const similar = nearest(
      value,
      itemsOf(spec.callbacks).map((item) => item.value),
    );
    yield {
      span: node.span,
      path,
      message: `${value} is not among the CallbackURLs, letter for letter, and Cognito refuses such a default. Add it there, or use one of them.`,
      data: { url: value, ...(similar !== undefined && { similar }) },
      fixes: (part): Fix[] =>
        suggestions(
          addition(part, spec, value),
          similar !== undefined && isEditable(node) && isAcceptableCallback(similar)
            ? { title: `Use ${similar}`, edits: replaceValue(part, node, similar) }
            : undefined,
          removal(part, spec, "DefaultRedirectURI"),
        ),
    };
  },
};

/** Where the deploy completes the default or a callback, they are told apart by what is written out. */
function* symbolic(spec: Spec): Generator<Report> {
  const entry = spec.entry("DefaultRedirectURI");
  const { callbacks } = spec;
  if (!entry || callbacks.state !== "known" || callbacks.node.items.length === 0) return;
  const node = entry.member.value;
  const textOf = (each: SpecNode | undefined) => deployText(spec, each) ?? stringValue(each);
  const [text, ...others] = [node, ...callbacks.node.items].map(textOf);
  // Literals alone are judged above.
  if (!node || text === undefined || [node, ...callbacks.node.items].every(({ kind }) => kind === "scalar")) return;
  if (!others.every((other) => other !== undefined && isOtherText(text, other))) return;
  yield {
    span: spanWithTag(node),
    path: entry.path,
    message:
      "Whatever the deploy fills in, this is not among the CallbackURLs, letter for letter, and Cognito refuses such a default. Add it there, or use one of them.",
  };
}

/** callback-required-for-redirect-flows asks for the list already, and puts the default into it. */
function callbacksAreDemanded(spec: Spec): boolean {
  return (
    spec.oauthFlag === "yes" && isEmptyList(spec.callbacks) && findItem(spec.flows, "code", "implicit") !== undefined
  );
}

function addition(part: Part, spec: Spec, url: string): Omit<Fix, "safe"> | undefined {
  const { callbacks } = spec;
  const type = memberOf(["CallbackURLs"])?.value;
  const isFull =
    callbacks.state === "known" &&
    type?.type === "list" &&
    callbacks.node.items.length >= (type.maxItems ?? Number.POSITIVE_INFINITY);
  if (isFull || !isAcceptableCallback(url)) return undefined;
  const edits =
    callbacks.state === "known" && isEditable(callbacks.node)
      ? appendItems(part, callbacks.node, [url])
      : setMembers(part, spec, [["CallbackURLs", [url]]]);
  return callbacks.state === "known" && !isEditable(callbacks.node)
    ? undefined
    : { title: `Add ${url} to CallbackURLs`, edits };
}
