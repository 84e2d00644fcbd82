import { levels, presets } from "../lint/levels.ts";
import { allRules } from "./all-rules.ts";

/** A setting `cognitoClient.<key>`: package.json, the config file's schema and docs/settings.md are made from this list. */
export interface Setting {
  readonly key: string;
  /** JSON Schema of the value, without its description and default. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly default: unknown;
  /** Markdown, one or two sentences. */
  readonly description: string;
  /** VS Code's scope. `resource`: also per folder. `machine`: a repository cannot set it. */
  readonly scope: "resource" | "window" | "machine";
  /** Also a member of `cognito-client.config.json`, which the command line and other editors read. */
  readonly inConfigFile?: true;
}

/** The settings in the order in which people meet them. */
export const settings: readonly Setting[] = [
  {
    key: "preset",
    schema: {
      type: "string",
      enum: presets,
      enumDescriptions: [
        "What AWS rejects, and the advice that deserves to be read in every file.",
        "All advice, with hints raised.",
      ],
    },
    default: "recommended",
    description: "Which rules apply, and how severe their findings are. `#cognitoClient.rules#` changes single rules.",
    scope: "resource",
    inConfigFile: true,
  },
  {
    key: "rules",
    schema: {
      type: "object",
      properties: Object.fromEntries(
        allRules.map((rule) => [rule.id, { type: "string", enum: levels, description: `${rule.summary}.` }]),
      ),
      additionalProperties: false,
    },
    default: {},
    description:
      'The level of single rules, by id, over what the preset says: `{ "implicit-grant": "off" }`. A `cognito-client.config.json` beside the spec, or in a folder above it, counts more. A `hint` has no entry in Problems; an `error` stops a create.',
    scope: "resource",
    inConfigFile: true,
  },
  {
    key: "inlayHints.lifetimes",
    schema: { type: "boolean" },
    default: true,
    description: "Show what a token's validity amounts to with its unit, such as `= 60 hours`.",
    scope: "resource",
  },
  {
    key: "inlayHints.defaults",
    schema: { type: "boolean" },
    default: false,
    description: "Show what Cognito fills in for members that the spec leaves out.",
    scope: "resource",
  },
  {
    key: "codeLens.enabled",
    schema: { type: "boolean" },
    default: true,
    description:
      "Show the application type, *Create in AWS…* and, for one that exists, *Plan Update…* above each app client.",
    scope: "resource",
  },
  {
    key: "templates.enabled",
    schema: { type: "boolean" },
    default: true,
    description:
      "Check and complete the app clients (`AWS::Cognito::UserPoolClient`) of CloudFormation, SAM and Serverless files. What a tool wrote (`cdk.out`, `.aws-sam`, …) is left alone.",
    scope: "resource",
  },
  {
    key: "templates.overlap",
    schema: {
      type: "string",
      enum: ["auto", "ours", "theirs"],
      enumDescriptions: [
        "Leave it to them where they are installed and do it.",
        "We always say it, too.",
        "We never say it.",
      ],
    },
    default: "auto",
    description:
      "Who says in templates what the cfn-lint extension or the AWS Toolkit says, too: what a property is called and of which type it is, names of properties in completion, definitions of `!Ref`. The command line always says everything.",
    scope: "window",
  },
  {
    key: "liveChecks.enabled",
    schema: { type: "boolean" },
    default: true,
    description:
      "Check specs against the pools that you connected: scopes, identity providers, attributes, domain. Nothing is read from AWS before you connect a pool yourself.",
    scope: "machine",
  },
  {
    key: "trace.server",
    schema: {
      type: "string",
      enum: ["off", "messages"],
      enumDescriptions: [
        "No log.",
        "Names and durations of messages. Their content is never logged: a spec may hold a secret.",
      ],
    },
    default: "off",
    description: "Log what the editor and the language server say to each other, to look into a fault.",
    scope: "window",
  },
];
