/** Names and payloads of our own messages between the extension and the language server. Imports nothing. */

/** `initializationOptions`: what a client can do beyond LSP. Other editors send nothing. */
export interface ClientOptions {
  /** It has the commands that code lenses run: `cognitoClient.create`, `cognitoClient.explainApplicationType`; and of code actions: `cognitoClient.fixAllOfRule`. */
  readonly commands?: boolean;
  /** It serves templates too: what only specs get is to be registered for their language ids. */
  readonly specFeaturesApart?: boolean;
  /** It answers `workspaceSpecsRequest`. */
  readonly workspaceSpecs?: boolean;
}

/** Environment variable by which the extension tells its server a folder of its own, for what V8 has compiled of it. */
export const compileCacheVariable = "COGNITO_CLIENT_COMPILE_CACHE";

/** Server → client: ReadFileParams → the file's text, or `null` when there is none. For files that only the client can reach. */
export const readFileRequest = "cognitoClient/readFile";

export interface ReadFileParams {
  readonly uri: string;
}

/** Client → server: PoolFacts[] as plain data: everything that is known of live pools, replacing what was known before. */
export const poolFactsNotification = "cognitoClient/poolFacts";

/**
 * Client → server: TemplatePool[]: which live pools stand for what templates call by a name of their own, replacing what was known
 * before.
 */
export const templatePoolsNotification = "cognitoClient/templatePools";

export interface TemplatePool {
  readonly uri: string;
  /** Of the pool where the template makes it, else of the app client. */
  readonly logicalId: string;
  readonly poolId: string;
}

/** Server → client: no parameters → WorkspaceSpec[], the workspace's specs, open or not. Bounded; the server reads names out of them. */
export const workspaceSpecsRequest = "cognitoClient/workspaceSpecs";

export interface WorkspaceSpec {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

/** Client → server: SpecOutlineParams → SpecOutline, or `null` for a document that is not open. */
export const specOutlineRequest = "cognitoClient/specOutline";

export interface SpecOutlineParams {
  readonly uri: string;
}

/** What the client must know of a spec before it can ask where to create. */
export interface SpecOutline {
  /** The document's version that was looked at. */
  readonly version: number;
  readonly dialect: "json" | "jsonc" | "yaml";
  /** In the file's order; an empty file has one, without members. */
  readonly apps: readonly AppOutline[];
  /** The rules' levels that count for this file, from the editor's settings and the nearest config file. */
  readonly settings: { readonly preset: "recommended" | "strict"; readonly rules: Readonly<Record<string, Level>> };
}

type Level = "error" | "warning" | "info" | "hint" | "off";

export interface AppOutline {
  /** Where the app client stands in the file. */
  readonly range: WireRange;
  /** Absent when the file does not say it, or not in so many words. */
  readonly clientName?: string;
  readonly poolId?: string;
  /** Of a request that updates, or of an answer of AWS: the app client exists. */
  readonly clientId?: string;
  /** Findings of severity error, apart from a missing UserPoolId: that can be chosen when the app client is created. */
  readonly errors: number;
}

/** Client → server: LocateParams → (WireRange | null)[], one for each path, in order; `null` where there is no such value. */
export const locateRequest = "cognitoClient/locate";

export interface LocateParams {
  readonly uri: string;
  /** Zero-based place of the app client in the file; absent for an environments file, in which paths count from its root. */
  readonly index?: number;
  /** JSON Pointer steps from the app client's root. A value's range; a member without a value gives its key's. */
  readonly paths: readonly (readonly (string | number)[])[];
}

/** Zero-based lines and UTF-16 columns, end exclusive, as in LSP. */
export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

/** Client → server: WriteMembersParams → WireEdit[], or `null` where the app client cannot be edited as it stands. */
export const writeMembersRequest = "cognitoClient/writeMembers";

/** What an app client of a spec shall say: members of the request, as JSON. Of an object only what is named here is written. */
export interface WriteMembersParams {
  readonly uri: string;
  /** Zero-based place of the app client in the file. */
  readonly index: number;
  readonly members: Readonly<Record<string, unknown>>;
}

export interface WireEdit {
  readonly range: WireRange;
  readonly newText: string;
}

/** Client → server: ConvertParams → ConvertedSpec, or `null` when the document has syntax errors or is not open. */
export const convertRequest = "cognitoClient/convert";

export interface ConvertParams {
  readonly uri: string;
}

/** The spec in the other syntax. */
export interface ConvertedSpec {
  readonly text: string;
  readonly dialect: "json" | "jsonc" | "yaml";
}

/** Client → server: EnvironmentsParams → SpecEnvironments, or `null` where no environments file counts for the spec. */
export const environmentsRequest = "cognitoClient/environments";

export interface EnvironmentsParams {
  /** Of a spec that is open. */
  readonly uri: string;
}

/** What the nearest environments file says of a spec. */
export interface SpecEnvironments {
  readonly uri: string;
  /** How it calls the spec: the path from its folder. */
  readonly path: string;
  /** All that it defines, in its order. */
  readonly environments: readonly NamedEnvironment[];
  /** For each app client of the spec, in the file's order, the environments that list it. */
  readonly apps: readonly (readonly EnvironmentLink[])[];
  /** For each app client, the key under which a new link goes. */
  readonly keys: readonly string[];
  /** Errors of the file: nothing is written to AWS on its word until they are mended. */
  readonly errors: readonly string[];
}

export interface NamedEnvironment {
  readonly name: string;
  /** The caller's account must be this one. */
  readonly account?: string;
  readonly pool?: string;
  readonly protected: boolean;
}

export interface EnvironmentLink {
  readonly environment: NamedEnvironment;
  /** Under which `clients` lists it. */
  readonly key: string;
  /** The app client's id there. */
  readonly id?: string;
  /** Other environments under which the file has the same id. */
  readonly alsoIn?: readonly string[];
  /** Merge patch on the request (RFC 7396), as plain data. Absent: none; placeholders are text. */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** Client → server: LinkParams → LinkEdits: how a link is written into the environments file. Nothing is changed by asking. */
export const linkRequest = "cognitoClient/link";

export interface LinkParams {
  /** Of the spec. */
  readonly uri: string;
  /** Zero-based place of the app client in it. */
  readonly index: number;
  readonly environment: string;
  readonly id: string;
  /** For a file that is to be made: what its environment says. */
  readonly account?: string;
  readonly pool: string;
}

export type LinkEdits =
  /** The file is there: edits for it, none where the link stands in it already. */
  | { readonly uri: string; readonly edits: readonly { readonly range: WireRange; readonly newText: string }[] }
  /** There is none: the text of a new one beside the spec. */
  | { readonly uri: string; readonly newFile: string }
  /** Why it cannot be written. */
  | { readonly problem: string };

/** Client → server: UnlinkParams → LinkEdits: how an id is taken out of an environments file. Nothing is changed by asking. */
export const unlinkRequest = "cognitoClient/unlink";

export interface UnlinkParams {
  /** Of the environments file; it need not be open. */
  readonly uri: string;
  /** Under which `clients` has it. */
  readonly key: string;
  readonly environment: string;
  readonly id: string;
}

/** Client → server: WriteAccountParams → LinkEdits: how an environment's account is written down, where it names none. */
export const writeAccountRequest = "cognitoClient/writeAccount";

export interface WriteAccountParams {
  /** Of the environments file; it need not be open. */
  readonly uri: string;
  readonly environment: string;
  readonly account: string;
}

/** Client → server: LinkedSpecsParams → NamedEnvironments: what an environments file says of targets. */
export const namedEnvironmentsRequest = "cognitoClient/namedEnvironments";

export interface NamedEnvironments {
  readonly environments: readonly NamedEnvironment[];
  /** Errors of the file: nothing is written to AWS on its word until they are mended. */
  readonly errors: readonly string[];
}

/** Client → server: no parameters → LinkedSpecWire[]: all that one environments file links, for checks of the whole file. */
export const linkedSpecsRequest = "cognitoClient/linkedSpecs";

export interface LinkedSpecsParams {
  /** Of the environments file; it need not be open. */
  readonly uri: string;
}

export interface LinkedSpecWire {
  readonly key: string;
  /** Of the spec. */
  readonly uri: string;
  /** Zero-based place of the app client; `undefined` where the key leads to none. */
  readonly index?: number;
  readonly clientName?: string;
  readonly links: readonly EnvironmentLink[];
}

/** Client → server: CheckFileParams → FileCheck, or `null` for a file that holds no app client. The file need not be open. */
export const checkFileRequest = "cognitoClient/checkFile";

export interface CheckFileParams {
  readonly uri: string;
  /** One of a spec's, where an association of the user's makes it one; else the name and the content tell. */
  readonly languageId?: string;
  readonly text: string;
}

export interface FileCheck {
  readonly kind: "spec" | "environments" | "template";
  /** LSP diagnostics. */
  readonly diagnostics: readonly unknown[];
}

/** Client → server: FixAllParams → FixedAll, or `null` for a document that is not open. Nothing is changed by asking. */
export const fixAllRequest = "cognitoClient/fixAll";

export interface FixAllParams {
  readonly uri: string;
  /** Only findings of this rule. */
  readonly rule?: string;
}

export interface FixedAll {
  /** The version that the edits are for. */
  readonly version: number;
  readonly edits: readonly WireEdit[];
  /** Findings fewer than before. */
  readonly fixed: number;
  /** What is left, hints apart: ids of rules, each once for each finding. */
  readonly left: {
    /** With a quick fix that is the user's to choose. */
    readonly choice: readonly string[];
    /** Without one. */
    readonly byHand: readonly string[];
  };
}

/** Client → server: LooksLikeSpecParams → boolean: whether a file that is no spec by its name is one by its content. */
export const looksLikeSpecRequest = "cognitoClient/looksLikeSpec";

export interface LooksLikeSpecParams {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

/** An app client of AWS, and where it is defined. */
export interface ApplicationParams {
  readonly uri: string;
  /** Zero-based place of the app client in the file. */
  readonly index: number;
  readonly poolId: string;
  readonly clientId: string;
  /** What the environment says otherwise: a merge patch on the request (RFC 7396). */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** Client → server: ApplicationParams → AppConfigurations, or `null` where the file has no such app client. */
export const appConfigurationsRequest = "cognitoClient/appConfigurations";

export type AppConfigurations =
  | { readonly problem: string }
  | {
      readonly configurations: readonly AppConfiguration[];
      /** Where the pool was read, when that was not AWS: the addresses in them are AWS's all the same. */
      readonly endpoint?: string;
    };

/** The application's side of an app client, as a text for one library or tool. Never has a secret. */
export interface AppConfiguration {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly language: string;
  readonly text: string;
}

/** Client → server: SignInParams → SignInAnswer, or `null` where the file has no such app client. */
export const signInRequest = "cognitoClient/signIn";

export interface SignInParams extends ApplicationParams {
  /** PKCE's verifier with its S256 challenge, and a state: made by the client, which has random numbers. */
  readonly made: { readonly verifier: string; readonly challenge: string; readonly state: string };
  /** Where the browser comes back to; the first of the app client's, where it is not said. */
  readonly callback?: string;
}

export type SignInAnswer =
  | { readonly problem: string; readonly missing?: "pool" }
  | {
      readonly url: string;
      readonly text: string;
      readonly callbacks: readonly string[];
      /** Where the pool was read, when that was not AWS: then the address leads to nothing of the user's. */
      readonly endpoint?: string;
    };

/** Client → server: AppClientAt → TemplateAppClient, or `null` where no app client of a template stands. */
export const templateAppClientRequest = "cognitoClient/templateAppClient";

/** An app client by its zero-based place in the file, or by an offset in it. */
export interface AppClientAt {
  readonly uri: string;
  readonly index?: number;
  readonly position?: WirePosition;
}

/** What a template says of an app client, whatever is chosen at the deploy. Never a secret. */
export interface TemplateAppClient {
  readonly logicalId: string;
  /** What its pool is known by in the template: the pool's logical id where the template makes it, else the app client's own. */
  readonly pool: string;
  /** Members of the request that are known, as plain data. */
  readonly members: Readonly<Record<string, unknown>>;
  /** What the deploy decides, and what decides it: `!Ref Stage`. */
  readonly elsewhere: readonly { readonly name: string; readonly by: string }[];
}

/** Client → server: CopyParams → CopiedText, or `null` where there is nothing of the kind. */
export const copyRequest = "cognitoClient/copy";

export interface CopyParams extends AppClientAt {
  readonly as: "spec" | "resource" | "command";
}

/** An app client in another form, without its secret. */
export interface CopiedText {
  readonly text: string;
  /** Members that did not come along. */
  readonly left: readonly string[];
  /** Members in whose place `<…>` stands. */
  readonly open: readonly string[];
}
