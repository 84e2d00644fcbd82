import { properties } from "./properties.ts";

/** The names of all members of the request, nested ones too. */
export const memberNames: ReadonlySet<string> = new Set(
  properties.flatMap(({ name, value }) => [
    name,
    ...(value.type === "object" ? value.members.map((member) => member.name) : []),
  ]),
);
