import type { Property } from "./entry.ts";
import { documentation } from "./links.ts";
import { kept } from "./omission.ts";

/** Which pool, which app client, and its secret. */
export const identityProperties = [
  {
    name: "UserPoolId",
    doc: "The user pool that will own the app client. The part before `_` is the AWS region in which the pool lives, so it also decides where the request goes.",
    link: documentation.createUserPoolClient("UserPoolId"),
    relations: ["the pool must exist", "it cannot be changed later"],
    operations: ["create", "update"],
    required: ["create", "update"],
    comparedAs: "place",
    popularity: 94,
    value: {
      type: "string",
      minLength: 1,
      maxLength: 55,
      pattern: /[\w-]+_[0-9a-zA-Z]+/u,
      patternText: "a region, `_`, and letters or digits",
    },
  },
  {
    name: "ClientId",
    doc: "The app client that an update is meant for. Cognito gives the id when it creates the app client, so a request that creates one cannot contain it.",
    link: documentation.updateUserPoolClient("ClientId"),
    relations: ["makes the file the input of an update"],
    operations: ["update"],
    required: ["update"],
    comparedAs: "place",
    popularity: 4,
    value: {
      type: "string",
      minLength: 1,
      maxLength: 128,
      pattern: /[\w+]+/u,
      patternText: "letters, digits, _ and +",
    },
  },
  {
    name: "ClientName",
    doc: "A label for people, shown in the console. It need not be unique and identifies nothing: programs use the client id. An update that leaves it out keeps it.",
    link: documentation.createUserPoolClient("ClientName"),
    relations: ["not unique: sending the same request twice makes two app clients of that name"],
    operations: ["create", "update"],
    required: ["create"],
    // There is no default it could go back to; a simulator that follows AWS keeps it.
    omittedInUpdate: kept("https://github.com/KensioSoftware/yulin/pull/455"),
    popularity: 88,
    value: {
      type: "string",
      minLength: 1,
      maxLength: 128,
      // `\s` of AWS's pattern, spelt out: its `\w` is observed to be ASCII, and so is the `\s` of the same kind of engine.
      pattern: /[\w \t\n\v\f\r+=,.@-]+/u,
      patternText: "letters from A to Z, digits, spaces and + = , . @ - _",
    },
  },
  {
    name: "GenerateSecret",
    doc: "Whether Cognito issues a random secret for the app client. Say `true` for programs that run where nobody can look inside: web servers and machine-to-machine jobs. Say `false` for browser and mobile applications, which cannot keep a secret. Neither can be changed later: only a new app client can.",
    link: documentation.createUserPoolClient("GenerateSecret"),
    relations: [
      "`client_credentials` and EnablePropagateAdditionalUserContextData need a secret",
      "`true` excludes ClientSecret",
      "every sign-in call of an app client with a secret must carry a secret hash",
    ],
    defaultText: "false",
    operations: ["create"],
    comparedAs: "secret",
    popularity: 72,
    value: { type: "boolean", default: false },
  },
  {
    name: "ClientSecret",
    doc: "A secret of your own choice instead of a generated one, for moving an application without changing its configuration. A literal value here puts a secret into the file and its history; prefer `GenerateSecret: true`, or fill the value in at deploy time.",
    link: documentation.createUserPoolClient("ClientSecret"),
    relations: ["excludes `GenerateSecret: true`", "counts as a secret wherever one is needed"],
    defaultText: "none",
    sensitive: true,
    operations: ["create"],
    comparedAs: "secret",
    popularity: 1,
    value: {
      type: "string",
      minLength: 24,
      maxLength: 64,
      pattern: /[\w+]+/u,
      patternText: "letters, digits, _ and +",
    },
  },
] as const satisfies readonly Property[];

/** Members of a response only: a pasted describe-user-pool-client result has them, no request may. */
export const responseOnly = [
  { name: "ClientId", doc: "Given by Cognito. An update names the app client with it; a create request cannot." },
  { name: "CreationDate", doc: "When the app client was created." },
  { name: "LastModifiedDate", doc: "When the app client last changed." },
  { name: "ClientType", doc: "How the app client came to be: `REGULAR`, or `DCR` for dynamic client registration." },
] as const;
