/**
 * The kind of application that an app client serves (docs/application-types.md): `spa` is any public OAuth application in
 * a browser, `web` a server with a secret, `sdk` signs users in through the user pools API alone, `admin` is a back end
 * that does so with AWS credentials, `m2m` is a program without users.
 */
export type ApplicationType = "spa" | "native" | "web" | "m2m" | "sdk" | "admin" | "unknown";

export interface EnumValue {
  readonly value: string;
  /** What it does and, for a scope, what it reveals. One or two sentences, ours. */
  readonly doc: string;
  readonly deprecated?: string;
  /** Known to AWS's documentation but missing from the installed SDK's type: the type test allows exactly these. */
  readonly notInSdk?: true;
}

/** What UpdateUserPoolClient does with a member that the request leaves out, and how that is known. */
export interface Omission {
  /** `unknown`: what AWS writes and what was seen contradict each other, or only AWS's general sentence speaks for it. */
  readonly is: "reset" | "kept" | "unknown";
  /** Of the statement; with `unknown`, of the strongest sign. */
  readonly evidence: "observed" | "documented" | "inferred";
  readonly source: string;
}

interface Common {
  /** AWS's spelling. */
  readonly name: string;
  /** Our own paragraph: what it is for, in the words of somebody who knows OAuth half-way. Markdown. */
  readonly doc: string;
  /** AWS page. */
  readonly link: string;
  /** What it needs, enables or excludes; short clauses shown in hover. */
  readonly relations?: readonly string[];
  /** Effective value when absent, as people read it: `30 days`. */
  readonly defaultText?: string;
  /** Never shown or repeated. */
  readonly sensitive?: true;
  /** The operations that take the member. */
  readonly operations: readonly ("create" | "update")[];
  readonly required?: readonly ("create" | "update")[];
  /** Of members that an update may leave out. */
  readonly omittedInUpdate?: Omission;
  /** What stands in for it when it is absent depends on the pool, so that it can be told, but not written down. */
  readonly defaultFromPool?: true;
  /** The default is another one, which nobody has written down, while this value stands elsewhere in the request. */
  readonly defaultUnless?: { readonly path: readonly [string, string]; readonly is: string; readonly text: string };
  /** What is compared instead of the member as it stands: where it belongs to, whether there is a secret, or a lifetime. */
  readonly comparedAs?: "place" | "secret" | "unit";
  /** Means something only while this neighbour in its object has this value; AWS drops it otherwise. */
  readonly countsWhile?: { readonly member: string; readonly is: string };
  /** AWS fills it in by itself beside this neighbour; an update that repeats it is refused. */
  readonly filledInBeside?: string;
  /** Share of real definitions that have it, percent: the base order of completion. */
  readonly popularity: number;
  readonly deprecated?: string;
}

export interface StringType {
  readonly type: "string";
  /** In characters (Unicode code points), as AWS and JSON Schema count them. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Full match, `u` flag. */
  readonly pattern?: RegExp;
  /** The pattern in words: `letters, digits, spaces and + = , . @ - _`. */
  readonly patternText?: string;
  /** Closed (or nearly): the values AWS documents. */
  readonly values?: readonly EnumValue[];
  /** Open: values worth offering among others (built-in scopes, standard attributes, `COGNITO`). */
  readonly suggestions?: readonly EnumValue[];
  readonly default?: string;
}
export interface IntegerType {
  readonly type: "integer";
  readonly minimum: number;
  readonly maximum: number;
  /** A fixed unit, or the member of TokenValidityUnits that scales it with its default. */
  readonly unit?:
    | "minutes"
    | "seconds"
    | {
        readonly member: "AccessToken" | "IdToken" | "RefreshToken";
        readonly default: TokenUnit;
        /** What a unit without a number means: the default as it is, or nobody has written it down. */
        readonly alone: "default" | "undocumented";
      };
  /** Effective bounds after conversion, in seconds, both inclusive. */
  readonly seconds?: { readonly minimum: number; readonly maximum: number };
  readonly default?: number;
  /** AWS takes 0 for the default. */
  readonly zeroIsDefault?: true;
  /** Values worth offering. */
  readonly suggestions?: readonly number[];
}
export interface BooleanType {
  readonly type: "boolean";
  readonly default?: boolean;
}
export interface ListType {
  readonly type: "list";
  readonly maxItems?: number;
  readonly items: StringType;
  /** An empty one: AWS leaves the member out of its answers then. */
  readonly default?: readonly string[];
}
export interface ObjectType {
  readonly type: "object";
  readonly members: readonly Property[];
  /** What its absence means, its members' own defaults aside. */
  readonly default?: Readonly<Record<string, string | number | boolean>>;
}

export type ValueType = StringType | IntegerType | BooleanType | ListType | ObjectType;
export type Property = Common & { readonly value: ValueType };

export type TokenUnit = "seconds" | "minutes" | "hours" | "days";

/** Seconds in one unit. */
export const unitSeconds: Readonly<Record<TokenUnit, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86400 };
