import type { JsonObject } from "./wire.ts";

/** What happens beside a call: another writer, a wait, an effect that comes late. */
export interface Hook {
  /** `before` the operation has an effect, or `after` it and before it is answered. */
  readonly when: "before" | "after";
  readonly operation: string;
  /** Which of the operation's calls from now on, counted from 1. */
  readonly nth: number;
  /** A call waits for it. Throwing a `Refusal` before the effect answers the call with it. */
  readonly run: (request: JsonObject) => Promise<void> | void;
}

export interface Hooks {
  add(hook: Omit<Hook, "nth"> & { readonly nth?: number }): void;
  /** Holds the operation's next call back until it is released, so that its effect may come after its caller has gone. */
  hold(operation: string): Held;
  /** Forgets those that have not run. */
  clear(): void;
  /** Counts a call, and says which hooks are its own. Each runs once. */
  take(operation: string): { run(when: Hook["when"], request: JsonObject): Promise<void> };
}

export interface Held {
  /** The call has come in; nothing has happened yet. */
  readonly arrived: Promise<void>;
  /** Lets it happen: before anything that is asked from now on. */
  release(): void;
}

function signal(): readonly [came: Promise<void>, give: () => void] {
  let give = () => {};
  const came = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [came, give];
}

export function createHooks(): Hooks {
  let waiting: { hook: Hook; left: number }[] = [];
  return {
    add: (hook) => waiting.push({ hook: { nth: 1, ...hook }, left: hook.nth ?? 1 }),
    hold(operation) {
      const [arrived, arrive] = signal();
      const [released, release] = signal();
      const run = () => {
        arrive();
        return released;
      };
      waiting.push({ hook: { when: "before", operation, nth: 1, run }, left: 1 });
      return { arrived, release };
    },
    clear() {
      waiting = [];
    },
    take(operation) {
      for (const each of waiting) if (each.hook.operation === operation) each.left--;
      const own = waiting.filter(({ left }) => left === 0).map(({ hook }) => hook);
      waiting = waiting.filter(({ left }) => left > 0);
      return {
        async run(when, request) {
          for (const hook of own) if (hook.when === when) await hook.run(request);
        },
      };
    },
  };
}
