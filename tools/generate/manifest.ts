import { specLanguages } from "../../server/src/engine/catalogue/languages.ts";
import { settings } from "../../server/src/engine/settings-catalogue.ts";

type Json = Record<string, unknown>;

/** @returns package.json's text with the generated parts of `contributes` renewed; all other members and their order are kept. */
export function manifestText(text: string): string {
  const manifest = JSON.parse(text) as { contributes?: Json };
  const contributes = manifest.contributes ?? {};
  const generated = {
    languages: languages(contributes.languages as Json[] | undefined),
    configuration: configuration(),
    jsonValidation: [{ fileMatch: "cognito-client.config.json", url: "./schemas/config.schema.json" }],
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

function configuration(): Json {
  const entries = settings.map((setting, order) => [
    `cognitoClient.${setting.key}`,
    {
      ...setting.schema,
      default: setting.default,
      markdownDescription: setting.description,
      scope: setting.scope,
      order,
    },
  ]);
  return { title: "Cognito App Client", properties: Object.fromEntries(entries) };
}
