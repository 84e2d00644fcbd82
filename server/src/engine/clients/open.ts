import { isSpecFile } from "../../file-names.ts";
import { dialectOf } from "../document/dialect.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect, SpecDocument } from "../document/part.ts";
import { looksLikeAppClient } from "./looks-like.ts";
import { openTemplate, reopenTemplate } from "./template/document.ts";
import { holdsAppClient } from "./template/recognise.ts";

/**
 * Opens a file that is no spec by its name.
 * @returns a template where its content says so, else `undefined`.
 */
export function openByContent(
  source: string,
  dialect: Dialect,
  path: string,
  previous?: SpecDocument,
): SpecDocument | undefined {
  return holdsAppClient(source) ? openTemplate(source, dialect, path, previous) : undefined;
}

/**
 * Opens a file that somebody named: a spec by its name, else a template or a spec by its content.
 * @returns `undefined` for what is neither.
 */
export function openNamed(source: string, path: string): SpecDocument | undefined {
  const dialect = dialectOf(path, "", source);
  if (isSpecFile(path)) return parseSpec(source, dialect);
  const template = openByContent(source, dialect, path);
  if (template) return template;
  const document = parseSpec(source, dialect);
  return looksLikeAppClient(document) ? document : undefined;
}

/** Reads another version of a file as what it was. */
export function reopen(document: SpecDocument, source: string): SpecDocument {
  return reopenTemplate(document, source) ?? parseSpec(source, document.dialect, document);
}
