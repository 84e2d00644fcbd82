import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  configFinder,
  configLimits,
  type FoundConfig,
  type ReadFile,
  type Settings,
  type SettingsSources,
  settingsFor,
} from "../server/src/engine/index.ts";
import { readNamedFile } from "../server/src/regular-file.ts";
import { forTerminal } from "../server/src/sinks.ts";
import type { Io } from "./io.ts";
import { Positions } from "./positions.ts";

const readLocal: ReadFile = async (uri) => {
  // UTF-8: at most three bytes for a UTF-16 unit.
  const read = readNamedFile(fileURLToPath(uri), 3 * configLimits.length);
  if (read.is === "missing") return undefined;
  return read.is === "read" ? read.bytes.toString("utf8") : { problem: read.why };
};

/** The settings of the files that a command works on: each one's nearest config file, under what was typed for this run. */
export class SettingsOfFiles {
  private readonly configs = configFinder(readLocal);
  private readonly byConfig = new Map<FoundConfig | undefined, Settings>();
  private readonly commandLine: SettingsSources["commandLine"];

  constructor(commandLine?: SettingsSources["commandLine"]) {
    this.commandLine = commandLine;
  }

  /** @param file absolute path of a spec, which need not exist. */
  async of(file: string): Promise<Settings> {
    const config = await this.configs.of(pathToFileURL(file).href);
    const settings =
      this.byConfig.get(config) ?? settingsFor({ config, ...(this.commandLine && { commandLine: this.commandLine }) });
    this.byConfig.set(config, settings);
    return settings;
  }

  /** Whether the config file nearest to a folder wants it searched for templates. @param folder absolute path. */
  async findTemplates(folder: string): Promise<boolean> {
    const config = await this.configs.of(pathToFileURL(join(folder, "any.yaml")).href);
    return config?.templates ?? false;
  }

  /** Tells what is wrong in the config files that counted, once each. @returns how many problems there are. */
  tellProblems(io: Pick<Io, "err">): number {
    let count = 0;
    for (const config of this.byConfig.keys()) {
      if (!config) continue;
      const positions = new Positions(config.text);
      for (const { message, span } of config.problems) {
        const { line, column } = positions.at(span.start);
        io.err(`${forTerminal(fileURLToPath(config.uri))}:${line}:${column}: ${forTerminal(message)}\n`);
        count++;
      }
    }
    return count;
  }
}
