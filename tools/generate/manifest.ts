import { type Setting, settings } from "../../server/src/engine/config/settings-catalogue.ts";
import { specLanguages } from "../../server/src/file-names.ts";

type Json = Record<string, unknown>;

/** @returns package.json's text with the generated parts of `contributes` renewed; all other members and their order are kept. */
export function manifestText(text: string): string {
  const manifest = JSON.parse(text) as { contributes?: Json };
  const contributes = manifest.contributes ?? {};
  const generated = {
    languages: languages(contributes.languages as Json[] | undefined),
    configuration: configuration(),
    jsonValidation: [
      // Environments files have our server's own completion, hover and findings: a schema would say each a second time.
      { fileMatch: "cognito-client.config.json", url: "./schemas/config.schema.json" },
    ],
    configurationDefaults: editorDefaults(contributes.configurationDefaults as Record<string, Json> | undefined),
    snippets: specLanguages.map(({ id, syntax }) => ({ language: id, path: `./snippets/${syntax}.json` })),
  };
  return `${JSON.stringify({ ...manifest, contributes: { ...contributes, ...generated } }, null, 2)}\n`;
}

/** Only the names are generated: the language configuration and icon of an entry are kept. */
function languages(existing: readonly Json[] = []): Json[] {
  const ours = specLanguages.map(({ id, name, extensions, filenames }) => ({
    ...existing.find((entry) => entry.id === id),
    id,
    aliases: [name],
    extensions,
    filenames,
  }));
  return [...ours, ...existing.filter((entry) => !specLanguages.some(({ id }) => id === entry.id))];
}

/**
 * How the editor behaves in a spec; what is set by hand is kept. A word of the document is never what a name or a URL
 * should be; Enter behind a value that is complete ends its line; Tab leads from one place of a starter to the next,
 * with no list in between that would take it. Two spaces are what everything shipped has.
 */
function editorDefaults(existing: Readonly<Record<string, Json>> = {}): Record<string, Json> {
  const ours = specLanguages.map(({ id }): [string, Json] => [
    `[${id}]`,
    {
      ...existing[`[${id}]`],
      "editor.acceptSuggestionOnEnter": "smart",
      "editor.insertSpaces": true,
      "editor.suggest.snippetsPreventQuickSuggestions": true,
      "editor.tabSize": 2,
      "editor.wordBasedSuggestions": "off",
    },
  ]);
  return { ...existing, ...Object.fromEntries(ours) };
}

/** Texts stand in package.nls.json, where they can be translated; rules keep their English summaries, as their messages do. */
function configuration(): Json {
  const entries = settings.map((setting, order) => [
    `cognitoClient.${setting.key}`,
    {
      ...setting.schema,
      ...(enumTexts(setting) && { enumDescriptions: enumTexts(setting)?.map((_, at) => `%${enumKey(setting, at)}%`) }),
      default: setting.default,
      markdownDescription: `%${textKey(setting)}%`,
      scope: setting.scope,
      order,
    },
  ]);
  return { title: "Cognito App Client", properties: Object.fromEntries(entries) };
}

/** @returns package.nls.json's text with the settings' texts renewed; the hand-written ones are kept and come first. */
export function nlsText(text: string): string {
  const own = Object.entries(JSON.parse(text) as Record<string, string>).filter(([key]) => !key.startsWith("setting."));
  const generated = settings.flatMap((setting): [string, string][] => [
    [textKey(setting), setting.description],
    ...(enumTexts(setting) ?? []).map((words, at): [string, string] => [enumKey(setting, at), words]),
  ]);
  return `${JSON.stringify(Object.fromEntries([...own, ...generated]), null, 2)}\n`;
}

const textKey = ({ key }: Setting) => `setting.${key}`;
const enumKey = ({ key, schema }: Setting, at: number) => `setting.${key}.${(schema.enum as string[])[at]}`;
const enumTexts = ({ schema }: Setting) => schema.enumDescriptions as readonly string[] | undefined;
