/** Everything an end-to-end test needs, in one call: files, a local Cognito whose calls are counted, VS Code, a user. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { emulatorProfile } from "./aws-files.ts";
import { root } from "./cache.ts";
import { type LocalCognito, startCognitoLocal } from "./cognito-local.ts";
import { type CountProxy, startCountProxy } from "./count-proxy.ts";
import { startPage } from "./page.ts";
import { temporaryFolder } from "./process.ts";
import { startVSCode, type VSCode } from "./vscode.ts";
import { tidyKey, Workbench } from "./workbench.ts";

/** The packaged extension, as `npm run package` leaves it. */
export const vsix = join(root, "dist/cognito-app-client.vsix");

/** The profile that a scene's AWS config file has; its calls go to the local Cognito through the counting proxy. */
export const sceneProfile = "local";

export interface SceneOptions<Cognito extends LocalCognito = LocalCognito> {
  /** Starts the user pool service: cognito-local unless another is given, such as `startStrictCognito`. */
  service?: () => Promise<Cognito>;
  /** Files of the workspace, by name. `{poolId}` in a text becomes the id of the scene's pool. */
  files: Record<string, string>;
  /** `true` leaves workspace trust on, as users have it. */
  trust?: boolean;
  settings?: Record<string, unknown>;
  env?: Record<string, string>;
}

export interface Scene<Cognito extends LocalCognito = LocalCognito> extends AsyncDisposable {
  readonly workbench: Workbench;
  readonly cognito: Cognito;
  /** Counts what the extension sends; give it another `conduct` for faults. */
  readonly calls: CountProxy;
  readonly code: VSCode;
  /** The workspace's folder. */
  readonly folder: string;
  /** What a file of the workspace holds on disk. */
  read(name: string): string;
}

/** Sets the scene. @throws when the extension has not been packaged, or when a part does not start. */
export async function openScene<Cognito extends LocalCognito = LocalCognito>(
  options: SceneOptions<Cognito>,
): Promise<Scene<Cognito>> {
  if (!existsSync(vsix)) throw new Error("dist/cognito-app-client.vsix is missing: run `npm run package` first");
  await using started = new AsyncDisposableStack();
  const { path } = started.use(temporaryFolder("scene"));
  const folder = join(path, "specs");
  mkdirSync(folder);
  // Without a service of the caller's, `Cognito` is what cognito-local is.
  const cognito = started.use(await (options.service?.() ?? (startCognitoLocal() as Promise<Cognito>)));
  const calls = started.use(await startCountProxy(cognito.url));
  for (const [name, text] of Object.entries(options.files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text.replaceAll("{poolId}", cognito.poolId));
  }
  const env = { ...emulatorProfile(join(path, "aws"), sceneProfile, calls.url, cognito.region), ...options.env };
  const { trust = false } = options;
  // What fades in and out takes time from the processor, and from pictures.
  const settings = { "workbench.reduceMotion": "on", ...options.settings };
  const keybindings = [tidyKey];
  const code = started.use(await startVSCode({ folder, vsix, trust, settings, keybindings, env }));
  const { page } = started.use(await startPage());
  const workbench = await Workbench.open(page, code.page);
  const owned = started.move();
  return {
    workbench,
    cognito,
    calls,
    code,
    folder,
    read: (name) => readFileSync(join(folder, name), "utf8"),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
