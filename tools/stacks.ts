/** Parts that are built as a stack: each storey may import what is below it and its own, never what is above. */
const stacks: Readonly<Record<string, readonly RegExp[]>> = {
  "server/src/engine": [
    /^document\//,
    /^catalogue\//,
    /^clients\//,
    /^reading\//,
    /^lint\/(?!registry\.ts$)/,
    /^rules\//,
    // Generated: the list of all rules.
    /^lint\/registry\.ts$/,
    /^(?:config|starters)\//,
    /^features\//,
    /^index\.ts$/,
  ],
  deploy: [
    /^(?:json|problem|secrets|timing|iam)\.ts$/,
    /^aws\//,
    /^journal\//,
    /^sign-in\//,
    /^refusals\//,
    /^pool\//,
    /^plan\//,
    /^verbs\//,
    /^(?:apply-change|locked|apply|deploy|create-deploy|index)\.ts$/,
  ],
};

/** The files that an import names, as paths from the repository's root. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** @returns imports that point up within a stack, and files that stand on no storey, one sentence each. */
export function upward(imports: Imports): string[] {
  const found: string[] = [];
  for (const [part, storeys] of Object.entries(stacks)) {
    const storeyOf = (path: string) => storeys.findIndex((storey) => storey.test(path.slice(part.length + 1)));
    for (const [path, targets] of imports) {
      if (!path.startsWith(`${part}/`)) continue;
      const at = storeyOf(path);
      if (at === -1) found.push(`${path} stands on no storey of ${part}: see tools/stacks.ts`);
      for (const target of targets) {
        if (target.startsWith(`${part}/`) && storeyOf(target) > at)
          found.push(`${path} imports ${target}, which is above it`);
      }
    }
  }
  return found;
}

/** @returns each circle of files that import each other, once, types included. */
export function circles(imports: Imports): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]) => {
    const seen = way.indexOf(path);
    if (seen !== -1) found.push([...way.slice(seen), path].join(" -> "));
    if (seen !== -1 || done.has(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return found;
}
