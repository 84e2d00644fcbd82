import { memberOf } from "../../catalogue/properties.ts";
import { starterText } from "../../starters/starter-text.ts";
import { starters } from "../../starters/starters.ts";
import type { DocKey } from "./item.ts";

/** The documentation of a completion, Markdown: looked up only for the item that a person looks at. */
export function completionDocumentation(key: DocKey): string | undefined {
  if (key.kind === "starter") {
    const starter = starters.find(({ prefix }) => prefix === key.prefix);
    // The sentence is no `detail`: beside the title in the list it would leave no room for it.
    return (
      starter && `${starter.description}\n\n\`\`\`${key.syntax}\n${starterText(starter.members, key.syntax)}\`\`\``
    );
  }
  const property = memberOf(key.path);
  if (!property) return undefined;
  const link = `[AWS documentation](${property.link})`;
  if (key.kind === "member") {
    const facts = [
      property.defaultText === undefined ? "" : `Default: ${property.defaultText}`,
      ...(property.relations ?? []),
    ].filter((fact) => fact !== "");
    return [property.doc, facts.map((fact) => `- ${fact}`).join("\n"), link].filter((text) => text !== "").join("\n\n");
  }
  const type = property.value.type === "list" ? property.value.items : property.value;
  if (type.type !== "string") return undefined;
  const known = [...(type.values ?? []), ...(type.suggestions ?? [])].find(({ value }) => value === key.value);
  return known && [known.doc, known.deprecated ?? "", link].filter((text) => text !== "").join("\n\n");
}
