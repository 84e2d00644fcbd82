import { isEditable, replaceValue } from "../document/edit/edit.ts";
import type { ScalarNode } from "../document/node.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { formatAt } from "../lint/checks/format.ts";
import type { Path } from "./fields.ts";
import { itemsOf } from "./lists.ts";
import type { Spec } from "./spec.ts";
import { readUrl, type Url } from "./url.ts";

export interface RedirectUrl {
  readonly member: "CallbackURLs" | "LogoutURLs" | "DefaultRedirectURI";
  readonly url: Url;
  readonly node: ScalarNode;
  readonly path: Path;
}

/**
 * Every URL of an app client that rules about URLs judge, each cause once: what has white space or a wrong length belongs to
 * redirect-url-format, and a DefaultRedirectURI that stands in CallbackURLs, or is missing there, is judged there.
 */
export function redirectUrls(spec: Spec): readonly RedirectUrl[] {
  let urls = read.get(spec);
  if (!urls) {
    urls = [...listed(spec, "CallbackURLs"), ...listed(spec, "LogoutURLs"), ...lonelyDefault(spec)];
    read.set(spec, urls);
  }
  return urls;
}
/** Some ten rules ask for the same URLs. */
const read = new WeakMap<Spec, readonly RedirectUrl[]>();

function listed(spec: Spec, member: "CallbackURLs" | "LogoutURLs"): RedirectUrl[] {
  return itemsOf(spec.list(member))
    .filter(({ value }) => isUrlText(value))
    .map(({ value, node, path }) => ({ member, url: readUrl(value), node, path }));
}

/** A default redirect can be judged by itself only while nobody knows whether it is among the callbacks. */
function lonelyDefault(spec: Spec): RedirectUrl[] {
  const field = spec.string("DefaultRedirectURI");
  const isOpen =
    spec.callbacks.state === "unknown" || (spec.callbacks.state === "known" && !spec.callbacks.value.complete);
  if (field.state !== "known" || !isOpen || !isUrlText(field.value)) return [];
  if (itemsOf(spec.callbacks).some(({ value }) => value === field.value)) return [];
  return [{ member: "DefaultRedirectURI", url: readUrl(field.value), node: field.node, path: field.path }];
}

/** Whether redirect-url-format has nothing against the text. */
export function isUrlText(text: string): boolean {
  return misfit(text) === undefined;
}
const misfit = formatAt("DefaultRedirectURI");

/** Whether none of the rules about URLs would call the text an error among CallbackURLs. */
export function isAcceptableCallback(text: string): boolean {
  const url = readUrl(text);
  return (
    isUrlText(text) &&
    url.scheme !== undefined &&
    url.fragment === undefined &&
    (url.scheme !== "http" || url.isLoopback)
  );
}

/** Writes another URL in place of one, and in DefaultRedirectURI, too, where that repeats a callback: they must stay equal. */
export function changeUrl(part: Part, spec: Spec, { member, url, node }: RedirectUrl, text: string): TextEdit[] {
  const edits = isEditable(node) ? replaceValue(part, node, text) : [];
  const field = spec.string("DefaultRedirectURI");
  if (member !== "CallbackURLs" || edits.length === 0 || field.state !== "known" || field.value !== url.text)
    return edits;
  // A default that is an alias of the callback follows by itself.
  return isEditable(field.node) ? [...edits, ...replaceValue(part, field.node, text)] : edits;
}
