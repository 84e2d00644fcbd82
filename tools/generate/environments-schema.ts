import type { Property } from "../../server/src/engine/catalogue/entry.ts";
import { properties } from "../../server/src/engine/catalogue/properties.ts";
import { NAME } from "../../server/src/engine/config/environments/read-environments.ts";
import { CLIENT_ID, notInSet } from "../../server/src/engine/config/environments/read-specs.ts";
import { texts } from "../../server/src/engine/features/environments/texts.ts";
import { described, draft7, memberText, type Schema, valueSchema } from "./schema.ts";

/** The schema of an environments file: its structure; which environments, pools and app clients fit each other only the engine knows. */
export function environmentsSchema(): Schema {
  const pool = properties.find(({ name }) => name === "UserPoolId");
  return {
    $schema: draft7,
    title: "Cognito App Client: environments",
    description: "Which app client each spec is in which environment; docs/environments.md has more.",
    type: "object",
    properties: {
      $schema: { type: "string", description: "The address of this schema." },
      environments: {
        ...described(texts.environments),
        type: "object",
        propertyNames: { pattern: NAME.source },
        additionalProperties: object({
          account: { ...described(texts.account), type: "string", pattern: "^[0-9]{12}$" },
          pool: { ...described(texts.pool), ...(pool && valueSchema(pool.value)) },
          protected: { ...described(texts.protected), type: "boolean", default: false },
        }),
      },
      clients: {
        ...described(texts.clients),
        type: "object",
        propertyNames: { pattern: SPEC_KEY },
        additionalProperties: {
          type: "object",
          additionalProperties: object({
            id: { ...described(texts.id), type: "string", pattern: CLIENT_ID.source },
            set: { ...described(texts.set), ...patchOf(properties.filter(({ name }) => !notInSet.has(name))) },
          }),
        },
      },
    },
    additionalProperties: false,
  };
}

/** As `readSpecKey` reads it: a relative path without empty steps, `.` or `..`, and maybe `#` with a name. */
const STEP = "(?!\\.{1,2}(?:/|#|$))[^/\\\\#]+";
const SPEC_KEY = `^(?![A-Za-z][A-Za-z0-9+.-]*:)${STEP}(?:/${STEP})*(?:#[\\s\\S]+)?$`;

function object(members: Readonly<Record<string, Schema>>): Schema {
  return { type: "object", properties: members, additionalProperties: false };
}

/** A merge patch: nothing is required, `null` takes out, and objects are patches again. */
function patchOf(members: readonly Property[]): Schema {
  return object(
    Object.fromEntries(
      members.map((member) => [
        member.name,
        {
          ...described(memberText(member)),
          anyOf: [
            member.value.type === "object" ? patchOf(member.value.members) : valueSchema(member.value),
            { type: "null" },
          ],
        },
      ]),
    ),
  );
}
