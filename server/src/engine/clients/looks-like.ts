import { properties, responseOnlyNames } from "../catalogue/properties.ts";
import type { SpecDocument } from "../document/part.ts";
import { clientsIn } from "./clients-in.ts";

/** Members that inputs of other AWS calls, and app clients of other vendors, have as well. */
const common: ReadonlySet<string> = new Set([
  "UserPoolId",
  "ClientId",
  "ClientName",
  "ClientSecret",
  ...responseOnlyNames,
]);

const telling: ReadonlySet<string> = new Set(properties.map(({ name }) => name).filter((name) => !common.has(name)));

/**
 * Whether a file is an app client's by its content, whatever its name: some member that only CreateUserPoolClient has, or the pool
 * together with the app client's name. Rather not: a file that was not meant as a spec must get no findings.
 */
export function looksLikeAppClient(document: SpecDocument): boolean {
  return clientsIn(document).some(({ shape }) => {
    if (!("object" in shape) || shape.kind === "client-store") return false;
    const names = new Set(shape.object.members.map(({ key }) => key));
    return (names.has("UserPoolId") && names.has("ClientName")) || Array.from(names).some((name) => telling.has(name));
  });
}
