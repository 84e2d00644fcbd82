import { id } from "./editor.ts";

interface Mark {
  readonly name: string;
  readonly startTime: number;
}

/**
 * How long VS Code took to load our code and waited for `activate`, in milliseconds, by its own marks (microsoft/vscode,
 * src/vs/base/common/performance.ts); what else keeps the extension host busy at its start is not in it.
 * `undefined` in a VS Code that sets none.
 */
export function activationTime(): number | undefined {
  const { MonacoPerformanceMarks } = globalThis as { MonacoPerformanceMarks?: { getMarks(): readonly Mark[] } };
  const at = (step: string) =>
    MonacoPerformanceMarks?.getMarks().find(({ name }) => name.startsWith(`code/extHost/${step}`) && name.endsWith(id))
      ?.startTime;
  const [loads, loaded, activates, activated] = [
    "willLoadExtensionCode",
    "didLoadExtensionCode",
    "willActivateExtension",
    "didActivateExtension",
  ].map(at);
  if (loads === undefined || loaded === undefined || activates === undefined || activated === undefined)
    return undefined;
  return loaded - loads + (activated - activates);
}
