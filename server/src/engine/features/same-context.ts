import type { CheckContext } from "./check-context.ts";

/**
 * Whether a check would know the same with both. That an app client was judged before does not tell: an edit of it may bring another
 * pool or name, and with it other facts or another link.
 */
export function isSameContext(a: CheckContext, b: CheckContext): boolean {
  return (
    a.settings === b.settings &&
    a.facts === b.facts &&
    a.poolsOfTemplate === b.poolsOfTemplate &&
    a.chosenPool === b.chosenPool &&
    a.exists === b.exists &&
    a.environments?.file === b.environments?.file &&
    a.environments?.path === b.environments?.path
  );
}
