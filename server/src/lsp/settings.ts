import type { Connection } from "vscode-languageserver";
import {
  configFinder,
  defaultSettings,
  type FoundConfig,
  isPreset,
  type Level,
  type NearestFile,
  presets,
  ruleProblem,
  type Settings,
  settingsFor,
} from "../engine/index.ts";
import { type Beside, besideOf, isOverlap, overlaps, withoutOverlap } from "./overlap.ts";
import type { Platform } from "./platform.ts";

/** Which inlay hints and lenses a user wants; all on unless turned off. */
export interface Display {
  readonly lifetimes: boolean;
  readonly defaults: boolean;
  readonly codeLens: boolean;
}

/** How templates are served. */
export interface TemplateSettings {
  readonly enabled: boolean;
  /** Which other extensions check and complete the same files: what they say is left to them. */
  readonly beside: Beside;
}

export interface DocumentSettings {
  readonly rules: Settings;
  /** Of a template: without what another extension checks. */
  readonly templateRules: Settings;
  readonly display: Display;
  readonly templates: TemplateSettings;
}

const defaultTemplates: TemplateSettings = { enabled: true, beside: { linter: false, toolkit: false, hover: false } };

const defaultDisplay: Display = { lifetimes: true, defaults: false, codeLens: true };

/**
 * Settings per document: the editor's own, with the nearest config file laid over them.
 * Kept until something changes; `forget` says that it did.
 */
export class SettingsStore {
  private byUri = new Map<string, Promise<DocumentSettings>>();
  private readonly settled = new Map<string, DocumentSettings>();
  private readonly configs: NearestFile<FoundConfig>;
  private readonly connection: Connection;
  private readonly canAsk: () => boolean;
  private readonly onConfig: (config: FoundConfig) => void;
  private readonly known = new WeakSet<FoundConfig>();
  private told: unknown;

  /** @param onConfig is told of each config file that counts for a document, whenever it has been read. */
  constructor(
    connection: Connection,
    platform: Platform,
    canAsk: () => boolean,
    onConfig: (config: FoundConfig) => void,
  ) {
    this.connection = connection;
    this.configs = configFinder((uri) => platform.readFile(uri));
    this.onConfig = onConfig;
    this.canAsk = canAsk;
  }

  of(uri: string): Promise<DocumentSettings> {
    let settings = this.byUri.get(uri);
    if (!settings) {
      settings = this.read(uri).then((read) => {
        // The same object for the same content keeps what was computed for it.
        const before = this.settled.get(uri);
        const kept = before && JSON.stringify(before) === JSON.stringify(read) ? before : read;
        this.settled.set(uri, kept);
        return kept;
      });
      this.byUri.set(uri, settings);
    }
    return settings;
  }

  /** Takes what a client that cannot be asked sends with didChangeConfiguration: all sections, with or without ours around it. */
  tell(settings: unknown): void {
    this.told = isObject(settings) && isObject(settings.cognitoClient) ? settings.cognitoClient : settings;
  }

  forget(): void {
    this.byUri = new Map();
    this.configs.forget();
  }

  close(uri: string): void {
    this.byUri.delete(uri);
    this.settled.delete(uri);
  }

  private async read(uri: string): Promise<DocumentSettings> {
    const [own, config] = await Promise.all([this.own(uri), this.configs.of(uri)]);
    if (config && !this.known.has(config)) {
      this.known.add(config);
      this.onConfig(config);
    }
    const rules = settingsFor({ editor: own.rules, config });
    return { ...own, rules, templateRules: withoutOverlap(rules, own.templates.beside) };
  }

  private async own(uri: string): Promise<OwnSettings> {
    if (!this.canAsk() && this.told == null)
      return { rules: defaultSettings, display: defaultDisplay, templates: defaultTemplates };
    const raw: unknown = this.canAsk()
      ? await this.connection.workspace.getConfiguration({ scopeUri: uri, section: "cognitoClient" })
      : this.told;
    const { settings, problems } = readSettings(raw);
    for (const problem of problems) this.connection.console.warn(`Setting cognitoClient: ${problem}`);
    return settings;
  }
}

type OwnSettings = Omit<DocumentSettings, "templateRules">;

/** Reads the `cognitoClient` section as any editor may send it. What is wrong is told and left out. */
export function readSettings(raw: unknown): { settings: OwnSettings; problems: string[] } {
  const section = isObject(raw) ? raw : {};
  const problems: string[] = [];
  const rules: Record<string, Level> = {};
  for (const [id, level] of Object.entries(isObject(section.rules) ? section.rules : {})) {
    const problem = ruleProblem(id, level);
    if (problem) problems.push(problem.message);
    else rules[id] = level as Level;
  }
  const preset = isPreset(section.preset) ? section.preset : defaultSettings.preset;
  if (section.preset != null && section.preset !== preset) problems.push(`preset is ${presets.join(" or ")}.`);
  const hints = isObject(section.inlayHints) ? section.inlayHints : {};
  const lens = isObject(section.codeLens) ? section.codeLens : {};
  const display = {
    lifetimes: boolean(hints.lifetimes, defaultDisplay.lifetimes),
    defaults: boolean(hints.defaults, defaultDisplay.defaults),
    codeLens: boolean(lens.enabled, defaultDisplay.codeLens),
  };
  const asked = isObject(section.templates) ? section.templates : {};
  const overlap = asked.overlap ?? "auto";
  if (!isOverlap(overlap)) problems.push(`templates.overlap is ${overlaps.join(" or ")}.`);
  const templates = {
    enabled: boolean(asked.enabled, defaultTemplates.enabled),
    beside: besideOf(isOverlap(overlap) ? overlap : "auto", section.besideInTemplates),
  };
  return { settings: { rules: { preset, rules }, display, templates }, problems };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function boolean(value: unknown, otherwise: boolean): boolean {
  return typeof value === "boolean" ? value : otherwise;
}
