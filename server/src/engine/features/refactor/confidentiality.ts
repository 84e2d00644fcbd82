import { isEditable, setMember } from "../../document/edit/edit.ts";
import type { At, Refactoring } from "./refactoring.ts";

/** A secret or none: the one choice that cannot be changed once the app client exists. */
export function changeConfidentiality({ part, spec, path }: At): Refactoring[] {
  if (path.length > 0 && path[0] !== "GenerateSecret") return [];
  if (!spec.node || spec.operation === "update" || spec.has("ClientSecret")) return [];
  const generate = spec.boolean("GenerateSecret");
  if (generate.state === "unknown" || (generate.state === "known" && !isEditable(generate.node))) return [];
  const toConfidential = spec.secret === "no";
  const title = toConfidential
    ? "Make it a confidential client (with a secret)"
    : "Make it a public client (without a secret)";
  return [{ title, edits: setMember(part, spec.node, "GenerateSecret", toConfidential), keepsValue: false }];
}
