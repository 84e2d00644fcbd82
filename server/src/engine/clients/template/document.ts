import type { Dialect, SpecDocument } from "../../document/part.ts";
import type { AppClient } from "../app-client.ts";
import { clientOf } from "./client.ts";
import { readTemplates } from "./read.ts";
import { isGenerated } from "./recognise.ts";
import { sitesIn } from "./site.ts";
import { TemplateView } from "./view.ts";

interface Opened {
  readonly views: readonly TemplateView[];
  readonly path: string;
  clients?: readonly AppClient[];
}

/**
 * Opens a file that holds app clients of templates (see recognise.ts). Only the blocks that somebody asks about are read,
 * so the document has no units.
 * @param path tells files that tools write; nobody is offered to edit these.
 * @param previous the file's last document: blocks whose text has not changed keep their trees.
 */
export function openTemplate(source: string, dialect: Dialect, path: string, previous?: SpecDocument): SpecDocument {
  const hasBom = source.charCodeAt(0) === 0xfeff;
  const text = hasBom ? ` ${source.slice(1)}` : source;
  const syntax = dialect === "yaml" ? "yaml" : "json";
  const eol = text.charAt(text.indexOf("\n") - 1) === "\r" ? "\r\n" : "\n";
  const document: SpecDocument = { syntax, dialect, text, hasBom, eol, container: "single", units: [] };
  const last = previous?.syntax === syntax ? opened.get(previous)?.views : undefined;
  const templates = readTemplates(
    text,
    syntax,
    hasBom ? 1 : 0,
    last?.map(({ template }) => template),
  );
  opened.set(document, {
    views: templates.map((template, index) => new TemplateView(template, last?.[index]?.lineage)),
    path,
  });
  return document;
}
const opened = new WeakMap<SpecDocument, Opened>();

export function isTemplate(document: SpecDocument): boolean {
  return opened.has(document);
}

/** @returns the document again with another text, if it is a template. */
export function reopenTemplate(document: SpecDocument, source: string): SpecDocument | undefined {
  const known = opened.get(document);
  return known && openTemplate(source, document.dialect, known.path, document);
}

/** @returns the app clients of a template, in the order of the text; `undefined` for any other document. */
export function templateClients(document: SpecDocument): readonly AppClient[] | undefined {
  const known = opened.get(document);
  if (!known) return undefined;
  const isWritten = isGenerated(known.path);
  known.clients ??= known.views
    .flatMap((view) => sitesIn(view))
    .map((site) => clientOf(site, isWritten))
    .sort((a, b) => a.base + a.extent.start - (b.base + b.extent.start));
  return known.clients;
}

/** @returns the logical ids of loops that hold app clients: what they make of a name is written nowhere, and is not judged. */
export function loopsWithClients(document: SpecDocument): readonly string[] {
  const resources = opened.get(document)?.views.flatMap(({ template }) => template.resources.all()) ?? [];
  return resources.flatMap(({ id, mentions }) =>
    id.startsWith("Fn::ForEach") && mentions("AWS::Cognito::UserPoolClient") ? [id] : [],
  );
}
