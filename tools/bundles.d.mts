import type { BuildOptions } from "esbuild";

/** What ships, in the order in which it must be built. */
export function bundles(): (BuildOptions & { outfile: string })[];
