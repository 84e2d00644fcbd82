import { formatAt } from "../catalogue/format.ts";
import { isEditable, replaceValue } from "../document/edit/edit.ts";
import { type ScalarNode, type SpecNode, stringValue } from "../document/node.ts";
import type { Part, TextEdit } from "../document/part.ts";
import type { Item, Path } from "./fields.ts";
import { itemsOf, itemsWhere } from "./lists.ts";
import type { Spec } from "./spec.ts";
import { isOrdinary, readUrl, type Url } from "./url.ts";

export interface RedirectUrl {
  readonly member: "CallbackURLs" | "LogoutURLs" | "DefaultRedirectURI";
  /** `url.text`, for those who need no more. */
  readonly text: string;
  readonly url: Url;
  readonly node: ScalarNode;
  readonly path: Path;
}

/**
 * Every URL of an app client that rules about URLs judge, each cause once: what has white space or a wrong length belongs to
 * redirect-url-format, and a DefaultRedirectURI that stands in CallbackURLs, or is missing there, is judged there.
 */
export function redirectUrls(spec: Spec): readonly RedirectUrl[] {
  return [
    ...redirectsOf("CallbackURLs", itemsOf(spec.callbacks)),
    ...redirectsOf("LogoutURLs", itemsOf(spec.list("LogoutURLs"))),
    ...lonelyDefault(spec),
  ];
}

/** Those of them about which a rule that looks at one URL alone may have something to say: in long lists there are few. */
export function unusualUrls(spec: Spec): readonly RedirectUrl[] {
  let urls = unusual.get(spec);
  if (!urls) {
    urls = [
      ...redirectsOf("CallbackURLs", itemsWhere(spec.callbacks, isUnusual)),
      ...redirectsOf("LogoutURLs", itemsWhere(spec.list("LogoutURLs"), isUnusual)),
      ...lonelyDefault(spec).filter(({ text }) => !isOrdinary(text)),
    ];
    unusual.set(spec, urls);
  }
  return urls;
}
const isUnusual = (node: SpecNode) => !isOrdinary(stringValue(node) ?? "");
/** Some ten rules ask for the same URLs. */
const unusual = new WeakMap<Spec, readonly RedirectUrl[]>();

/** A URL that is taken to pieces when a rule asks for them. */
class Redirect implements RedirectUrl {
  readonly member: RedirectUrl["member"];
  readonly text: string;
  readonly node: ScalarNode;
  readonly path: Path;
  private pieces: Url | undefined;

  constructor(member: RedirectUrl["member"], { value, node, path }: Item) {
    this.member = member;
    this.text = value;
    this.node = node;
    this.path = path;
  }

  get url(): Url {
    this.pieces ??= readUrl(this.text);
    return this.pieces;
  }
}

function redirectsOf(member: "CallbackURLs" | "LogoutURLs", items: readonly Item[]): RedirectUrl[] {
  const urls: RedirectUrl[] = [];
  for (const item of items) if (isUrlText(item.value)) urls.push(new Redirect(member, item));
  return urls;
}

/** A default redirect can be judged by itself only while nobody knows whether it is among the callbacks. */
function lonelyDefault(spec: Spec): RedirectUrl[] {
  const field = spec.string("DefaultRedirectURI");
  const isOpen =
    spec.callbacks.state === "unknown" || (spec.callbacks.state === "known" && !spec.callbacks.value.complete);
  if (field.state !== "known" || !isOpen || !isUrlText(field.value)) return [];
  if (itemsOf(spec.callbacks).some(({ value }) => value === field.value)) return [];
  return [new Redirect("DefaultRedirectURI", field)];
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
