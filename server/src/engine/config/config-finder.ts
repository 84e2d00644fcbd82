import { CONFIG_FILE, type Config, readConfig } from "./config-file.ts";
import { NearestFile, type ReadFile } from "./nearest.ts";

export interface FoundConfig extends Config {
  readonly uri: string;
  readonly text: string;
}

/**
 * The one finder of config files, for the language server and every command: the nearest one upward counts, alone.
 * One that is there and cannot be read would silently change what is reported, so it counts, as one with a problem.
 */
export function configFinder(readFile: ReadFile): NearestFile<FoundConfig> {
  return new NearestFile([CONFIG_FILE], async (uri) => {
    const read = await readFile(uri);
    if (read === undefined) return undefined;
    if (typeof read === "string") {
      const text = read.replace(/^\uFEFF/, "");
      return { uri, text, ...readConfig(text) };
    }
    return {
      uri,
      text: "",
      problems: [{ message: `This file ${read.problem}, so it sets nothing.`, span: { start: 0, end: 0 } }],
    };
  });
}
