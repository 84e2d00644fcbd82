import type { AppClient } from "../clients/app-client.ts";
import { insertMembers, type PlainValue, setMember } from "../document/edit/edit.ts";
import { findMember, type ObjectNode } from "../document/node.ts";
import type { TextEdit } from "../document/part.ts";
import { editsAt } from "../lint/finding.ts";
import { specOf } from "../reading/spec.ts";

type Members = Readonly<Record<string, PlainValue>>;

/**
 * The edits (offsets of the file) after which an app client says these members, comments and order kept. Of a member that is an
 * object on both sides only what is named changes. `undefined`: it cannot be edited as it stands.
 */
export function writeMembers(client: AppClient, members: Members): readonly TextEdit[] | undefined {
  const { node } = specOf(client);
  if (client.part.problems.some(({ code }) => code === "syntax-error") || node?.kind !== "object" || node.alias)
    return undefined;
  const write = (object: ObjectNode, wanted: Members): TextEdit[] => {
    const known = Object.entries(wanted).filter(([key]) => findMember(object, key));
    const news = Object.entries(wanted).filter(([key]) => !findMember(object, key));
    return [
      ...known.flatMap(([key, value]) => {
        const is = findMember(object, key)?.value;
        return is?.kind === "object" && !is.alias && isObject(value)
          ? write(is, value)
          : setMember(client.part, object, key, value);
      }),
      ...(news.length > 0 ? insertMembers(client.part, object, news) : []),
    ];
  };
  return editsAt(client.base, write(node, members));
}

function isObject(value: PlainValue): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
