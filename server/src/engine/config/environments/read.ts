import { findMember } from "../../document/node.ts";
import type { SpecDocument } from "../../document/part.ts";
import type { EnvironmentsFile } from "./file.ts";
import { Problems } from "./problems.ts";
import { readEnvironments } from "./read-environments.ts";
import { readSpecs } from "./read-specs.ts";

/** Reads an environments file. Never throws. Spans are the file's. */
export function readEnvironmentsFile(document: SpecDocument): EnvironmentsFile {
  const problems = new Problems();
  const nothing = () => ({ environments: new Map<string, never>(), specs: [], problems: problems.all });
  const [first, second] = document.units;
  if (!first?.part.root) {
    // Of an empty list no item has a tree.
    const { text } = document;
    if (document.container === "list")
      problems.tell(
        "wrong-type",
        { start: text.search(/\S/), end: text.trimEnd().length },
        [],
        `This is an object: ${EXAMPLE}.`,
      );
    return nothing();
  }
  if (document.container === "stream" && second) {
    const span = { start: second.base, end: second.base + Math.max(1, second.part.root?.span.start ?? 1) };
    problems.tell("wrong-type", span, [], "An environments file is one document: move what stands below --- up.");
  }
  const { root } = first.part;
  if (document.container === "list" || root.kind === "array") {
    const span = { start: root.span.start + first.base, end: root.span.end + first.base };
    problems.tell("wrong-type", span, [], `This is an object: ${EXAMPLE}.`);
    return nothing();
  }
  const file = problems.object(root, root.span, [], EXAMPLE);
  if (!file) return nothing();
  problems.onlyMembers(file, ["$schema", "environments", "clients"], [], () => undefined);
  const environments = readEnvironments(findMember(file, "environments"), problems);
  const specs = readSpecs(findMember(file, "clients"), environments, problems);
  return { environments, specs, problems: problems.all };
}

const EXAMPLE = "environments: { dev: { … } }, clients: { … }";
