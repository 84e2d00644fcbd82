import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CONFIG_FILE, type Config, readConfig } from "../server/src/engine/config/config-file.ts";

export interface FoundConfig extends Config {
  readonly path: string;
  readonly text: string;
}

/** Finds the nearest config file of a folder, upward; each folder is looked at once. */
export class ConfigFiles {
  private readonly byFolder = new Map<string, FoundConfig | undefined>();
  /** Every config file that was used, once. */
  readonly used = new Set<FoundConfig>();

  /** @param folder absolute path. */
  of(folder: string): FoundConfig | undefined {
    const config = this.look(folder);
    if (config) this.used.add(config);
    return config;
  }

  private look(folder: string): FoundConfig | undefined {
    if (this.byFolder.has(folder)) return this.byFolder.get(folder);
    const parent = dirname(folder);
    const config = this.read(join(folder, CONFIG_FILE)) ?? (parent === folder ? undefined : this.look(parent));
    this.byFolder.set(folder, config);
    return config;
  }

  private read(path: string): FoundConfig | undefined {
    try {
      const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
      return { path, text, ...readConfig(text) };
    } catch (error) {
      // Most folders have none. One that cannot be read would silently change what is reported, so that is told.
      if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
      return {
        path,
        text: "",
        problems: [{ message: `This file cannot be read: ${(error as Error).message}`, span: { start: 0, end: 0 } }],
      };
    }
  }
}
