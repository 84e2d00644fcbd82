import type { EnumValue, Property, StringType, ValueType } from "../../server/src/engine/catalogue/entry.ts";
import { properties } from "../../server/src/engine/catalogue/properties.ts";
import { settings } from "../../server/src/engine/config/settings-catalogue.ts";

export type Schema = Record<string, unknown>;

export const draft7 = "http://json-schema.org/draft-07/schema#";

/** The schema of a spec: one app client, or an array of them; a create request, or the input of an update (with ClientId). */
export function specSchema(): Schema {
  return {
    $schema: draft7,
    $comment:
      "Generated from the catalogue. It describes what AWS takes, so placeholders such as ${POOL_ID} do not fit; neither does $schema: the AWS CLI refuses unknown members, so name this schema by file name in the editor's settings.",
    title: "Cognito app client",
    description: "The members of an Amazon Cognito CreateUserPoolClient (or UpdateUserPoolClient) request.",
    anyOf: [
      { $ref: "#/definitions/appClient" },
      { type: "array", items: { $ref: "#/definitions/appClient" }, description: "Several app clients." },
    ],
    definitions: {
      appClient: {
        type: "object",
        description: "One app client.",
        properties: membersSchema(properties),
        additionalProperties: false,
        required: names(properties, (member) =>
          ["create", "update"].every((operation) => member.required?.includes(operation as "create" | "update")),
        ),
        if: { required: names(properties, (member) => !member.operations.includes("create")) },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word.
        then: { properties: forbid(names(properties, (member) => !member.operations.includes("update"))) },
        else: { required: names(properties, (member) => member.required?.includes("create") === true) },
      },
    },
  };
}

/** The schema of `cognito-client.config.json`. */
export function configSchema(): Schema {
  const entries = settings.filter((setting) => setting.inConfigFile);
  return {
    $schema: draft7,
    title: "Cognito App Client: rules of a folder",
    description: "Read by the editor and by cognito-client lint; the nearest file upward of a spec counts.",
    type: "object",
    properties: {
      $schema: { type: "string", description: "The address of this schema." },
      ...Object.fromEntries(
        entries.map((setting) => [
          setting.key,
          { ...setting.schema, ...described(setting.description.replace(/ `#[^.]*\./, "")), default: setting.default },
        ]),
      ),
      templates: {
        type: "boolean",
        description:
          "Whether cognito-client lint searches folders for CloudFormation, SAM and Serverless files with app clients, too.",
        default: false,
      },
    },
    additionalProperties: false,
  };
}

function membersSchema(members: readonly Property[]): Schema {
  return Object.fromEntries(members.map((member) => [member.name, memberSchema(member)]));
}

function memberSchema(member: Property): Schema {
  const { value } = member;
  return {
    ...described(memberText(member)),
    ...(member.deprecated && { deprecationMessage: member.deprecated }),
    ...(member.sensitive && { writeOnly: true }),
    ...valueSchema(value),
    ...(hasDefault(value) && { default: value.default }),
  };
}

/** Whether there is a default worth showing: an empty list says no more than its absence. */
function hasDefault(value: ValueType): boolean {
  return value.default !== undefined && (typeof value.default !== "object" || Object.keys(value.default).length > 0);
}

/** The member's text, its relations and default, and where AWS tells more. Markdown. */
export function memberText(member: Property): string {
  const relations = (member.relations ?? []).map((relation) => `\n- ${relation}`).join("");
  const fallback = member.defaultText ? `\n\nWithout it: ${member.defaultText}.` : "";
  return `${member.doc}${relations && `\n${relations}`}${fallback}\n\n[AWS documentation](${member.link})`;
}

export function valueSchema(value: ValueType): Schema {
  switch (value.type) {
    case "string":
      return stringSchema(value);
    case "integer":
      return { type: "integer", minimum: value.minimum, maximum: value.maximum };
    case "boolean":
      return { type: "boolean" };
    case "list":
      return {
        type: "array",
        ...(value.maxItems !== undefined && { maxItems: value.maxItems }),
        items: stringSchema(value.items),
      };
    case "object": {
      const required = names(value.members, (member) => member.required !== undefined);
      return {
        type: "object",
        properties: membersSchema(value.members),
        additionalProperties: false,
        ...(required.length > 0 && { required }),
      };
    }
  }
}

function stringSchema(type: StringType): Schema {
  if (type.values) {
    const { values } = type;
    // A flow that is newer than this schema is no mistake: AWS decides.
    const family = values.some(({ value }) => value.startsWith("ALLOW_")) ? "^ALLOW_[A-Z_]+$" : undefined;
    return family === undefined
      ? { type: "string", ...enumSchema(values) }
      : { type: "string", anyOf: [enumSchema(values), { pattern: family }] };
  }
  return {
    type: "string",
    ...(type.minLength !== undefined && { minLength: type.minLength }),
    ...(type.maxLength !== undefined && { maxLength: type.maxLength }),
    ...(type.pattern && { pattern: `^(?:${portable(type.pattern.source)})$` }),
    ...(type.suggestions && { examples: type.suggestions.map(({ value }) => value) }),
  };
}

/**
 * Unicode categories, which some regular expressions of other languages lack (Python's raises an error), as "no control characters",
 * without \p{Z} also no spaces. Slightly laxer than AWS.
 */
export function portable(source: string): string {
  return source
    .replace("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]", "[^\\u0000-\\u001f\\u007f-\\u009f]")
    .replace("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]", "[^\\s\\u0000-\\u001f\\u007f-\\u009f]");
}

function enumSchema(values: readonly EnumValue[]): Schema {
  return {
    enum: values.map(({ value }) => value),
    enumDescriptions: values.map(({ doc }) => plain(doc)),
    markdownEnumDescriptions: values.map(({ doc }) => doc),
  };
}

export function described(markdown: string): Schema {
  return { description: plain(markdown), markdownDescription: markdown };
}

/** Markdown's marks taken away: for editors that show text as it is. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1: $2").replace(/[`*]/g, "");
}

function names(members: readonly Property[], wanted: (member: Property) => boolean): string[] {
  return members.filter(wanted).map((member) => member.name);
}

function forbid(members: readonly string[]): Schema {
  return Object.fromEntries(members.map((name) => [name, false]));
}
