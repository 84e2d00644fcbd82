import * as vscode from "vscode";
import type { TemplatePool } from "../../server/src/protocol.ts";

const KEY = "templatePools";

/** Which live pools stand for what templates call by names of their own. Kept for the workspace; ids only. */
export interface TemplatePools {
  all(): readonly TemplatePool[];
  put(pool: TemplatePool): Promise<void>;
  /** Forgets what was connected to a pool. */
  remove(poolId: string): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

export function templatePools({ workspaceState, subscriptions }: vscode.ExtensionContext): TemplatePools {
  const changed = new vscode.EventEmitter<void>();
  subscriptions.push(changed);
  const all = () => workspaceState.get<readonly TemplatePool[]>(KEY) ?? [];
  const write = async (pools: readonly TemplatePool[]) => {
    await workspaceState.update(KEY, pools);
    changed.fire();
  };
  return {
    onDidChange: changed.event,
    all,
    put: (pool) => write([...all().filter((other) => !isSame(other, pool)), pool]),
    remove: (poolId) => write(all().filter((other) => other.poolId !== poolId)),
  };
}

function isSame(a: TemplatePool, b: TemplatePool): boolean {
  return a.uri === b.uri && a.logicalId === b.logicalId;
}
