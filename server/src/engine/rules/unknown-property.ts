import { documentation } from "../catalogue/links.ts";
import { homeOf, intendedMember, type Level, nestedLevels } from "../catalogue/member-names.ts";
import { memberOf, responseOnlyNames } from "../catalogue/properties.ts";
import { type Respelling, reduce } from "../catalogue/respelling.ts";
import { openObjects } from "../clients/template/overlay.ts";
import {
  isEditable,
  type PlainValue,
  plainOf,
  removeMembers,
  renameKey,
  replaceValue,
  setMember,
} from "../document/edit/edit.ts";
import { findInvisible } from "../document/invisible.ts";
import { findMember, type Member } from "../document/node.ts";
import type { Part } from "../document/part.ts";
import { isTemplate } from "../document/placeholder.ts";
import { dropMember, fixOf, rename } from "../lint/fixes/fix.ts";
import { inSteps } from "../lint/fixes/in-steps.ts";
import { unwrapped } from "../lint/fixes/unwrap.ts";
import type { Fix, Report, Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import type { Entry, Fields } from "../reading/fields.ts";
import type { Spec } from "../reading/spec.ts";

export const unknownProperty: Rule = {
  id: "unknown-property",
  summary: "Every member is one that the request has",
  why: "A name that the request does not have is refused by the AWS CLI and boto3, and dropped without a word by the JavaScript SDK. Names are compared exactly, capitals included, and other tools' names for the same thing do not count.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_CreateUserPoolClient.html"),
  fixable: true,
  *check(spec) {
    if (spec.shape.kind === "wrapped") yield wrapper(spec, spec.shape.wrapper.keySpan);
    if (spec.shape.kind === "client-store") yield store(spec.shape.wrapper.keySpan);
    yield* unknownIn(spec, spec, "request");
    for (const level of nestedLevels) yield* unknownIn(spec, spec.nested(level), level);
  },
};

function wrapper(spec: Spec, span: Report["span"]): Report {
  return {
    span,
    path: spec.path,
    message: `UserPoolClient wraps the app client as an answer of AWS does; a request has its members at the top. Take them out of it.`,
    data: { member: "UserPoolClient" },
    fixes: () => fixOf("Take the members out of UserPoolClient", true, inSteps(spec, [unwrapped])),
  };
}

function store(span: Report["span"]): Report {
  const message =
    "This is a data file of cognito-local, which holds a whole user pool's app clients by id; a spec holds the members of one app client, or a list of such. Copy the app client that you want into a file of its own.";
  return { span, path: ["Clients"], message, data: { member: "Clients" } };
}

function* unknownIn(spec: Spec, fields: Fields, level: Level): Generator<Report> {
  const taken = new Set<string>();
  for (const entry of fields.entries) {
    const { member, property, path } = entry;
    if (property || cannotBeJudged(spec, member, level)) continue;
    const meant = intendedMember(member.key, level, spec.operation);
    const isThere = meant !== undefined && (fields.has(meant.word) || taken.has(meant.word));
    if (meant) taken.add(meant.word);
    const home = level === "request" && !meant?.certain ? homeOf(member.key) : undefined;
    yield {
      span: member.keySpan,
      path,
      // Of this object alone the resource's schema allows names that it does not have.
      ...(spec.target === "resource" && openObjects.has(level) && { severity: "warning" as const }),
      message: `${explained(spec, member.key, level)} ${advice(member.key, meant, isThere, home)}`,
      data: { member: member.key, ...(meant && { meant: meant.word }) },
      fixes: (part) => {
        if (home) return [...moved(spec, entry, home), ...dropMember(part, fields.node, member)];
        if (!meant || isThere) return dropMember(part, fields.node, member);
        if (reduce(member.key) === "refreshtokenrotationtype") return rotationType(part, fields, entry);
        if (isOpposite(member.key, meant.word)) return opposite(part, fields, entry, meant.word);
        const renaming = renamed(part, spec, member, meant);
        const isNeeded = meant.certain || isRequired(level, meant.word);
        return isNeeded ? renaming : [...renaming, ...dropMember(part, fields.node, member)];
      },
    };
  }
}

/** Templates fill in keys too, and beside a syntax error a key may only look as if it stood here. */
function cannotBeJudged({ problems, target }: Spec, { key, keySpan, span, value }: Member, level: Level): boolean {
  if (level === "request" && target !== "resource" && responseOnlyNames.includes(key)) return true;
  if ((isTemplate(key) && key !== "$schema") || key.startsWith("Fn::")) return true;
  const errors = problems.filter(({ code }) => code === "syntax-error");
  if (errors.length === 0) return false;
  // A name that is still being typed has an error of its own.
  if (!value || errors.some((error) => error.span.start <= span.end && error.span.end >= keySpan.start)) return true;
  return !/^[\w$-]+$/.test(key) || homeOf(key) !== undefined;
}

const refusal =
  "The AWS CLI and boto3 refuse a name that they do not know; the JavaScript SDK leaves it out without a word.";

function explained({ operation, target }: Spec, key: string, level: Level): string {
  if (target === "resource") {
    const owner = level === "request" ? "AWS::Cognito::UserPoolClient" : level;
    const effect = openObjects.has(level)
      ? "so it does nothing"
      : "and CloudFormation refuses names that it does not know";
    return `${owner} has no property ${shown(key)}, ${effect}.`;
  }
  const where =
    level === "request" ? (operation === "create" ? "CreateUserPoolClient" : "UpdateUserPoolClient") : level;
  if (key === "$schema") return "$schema is no member of the request, and the AWS CLI refuses a file that has it.";
  const hidden = findInvisible(key);
  const inIt = hidden ? ` (with ${hidden.name} in it, which is neither a space nor indentation)` : "";
  return `${where} has no member ${shown(key)}${inIt}. ${refusal}`;
}

function advice(
  key: string,
  meant: ReturnType<typeof intendedMember>,
  isThere: boolean,
  home: ReturnType<typeof homeOf>,
): string {
  if (key === "$schema") return "Remove it: files with the name of a spec are checked without it.";
  if (home) return `${home.word} belongs inside ${home.level}.`;
  if (!meant) return "Remove it.";
  if (isOpposite(key, meant.word)) return `It says the opposite of ${meant.word}.`;
  if (isThere) return `It seems to be ${meant.word}, which is there already.`;
  return meant.certain ? `It is spelt ${meant.word}.` : `Did you mean ${meant.word}?`;
}

function isRequired(level: Level, name: string): boolean {
  return memberOf(level === "request" ? [name] : [level, name])?.required !== undefined;
}

function moved(spec: Spec, { member }: Entry, home: NonNullable<ReturnType<typeof homeOf>>): Fix[] {
  const target = spec.entry(home.level)?.member.value;
  const value = plainOf(member.value) as PlainValue | undefined;
  if (value === undefined || value === null || member.alias || spec.path.length > 0) return [];
  if ((target && target.kind !== "object") || findMember(target, home.word)) return [];
  const edits = inSteps(spec, [
    (current, root) =>
      removeMembers(
        current,
        root,
        root.members.filter(({ key }) => key === member.key),
      ),
    (current, root) => {
      const inner = root.members.find(({ key }) => key === home.level)?.value;
      if (inner?.kind === "object") return setMember(current, inner, home.word, value);
      return setMember(current, root, home.level, { [home.word]: value });
    },
  ]);
  return fixOf(`Move it into ${home.level}`, false, edits);
}

/** An object is renamed together with those of its members that have a wrong name, too: one of them alone mends nothing. */
function renamed(part: Part, spec: Spec, member: Member, meant: Respelling): Fix[] {
  const renaming = rename(part, member, meant.word, { safe: meant.certain });
  const level = nestedLevels.find((name) => name === meant.word);
  const [first] = renaming;
  if (!level || !first || member.value?.kind !== "object" || !isEditable(member.value)) return renaming;
  const names = new Set(member.value.members.map(({ key }) => key));
  let isCertain = meant.certain;
  const edits = [...first.edits];
  for (const inner of member.value.members) {
    if (memberOf([level, inner.key])) continue;
    const word = intendedMember(inner.key, level, spec.operation);
    if (!word || names.has(word.word) || !isEditable(inner) || isOpposite(inner.key, word.word)) {
      isCertain = false;
      continue;
    }
    names.add(word.word);
    isCertain &&= word.certain;
    edits.push(...renameKey(part, inner, word.word));
  }
  return fixOf(first.title, isCertain, edits);
}

/** `no-generate-secret` is the command line's way to say `GenerateSecret: false`; a rename alone would turn the meaning round. */
function isOpposite(key: string, word: string): boolean {
  return NEGATED.test(key) && !NEGATED.test(word);
}

const NEGATED = /^(?:[Nn]ot?|[Nn]on|[Dd]isabled?|[Ww]ithout|[Ss]kip|[Ee]xclude|[Dd]eny|[Ff]orbid)(?=[A-Z_-])/;

function opposite(part: Part, fields: Fields, { member }: Entry, word: string): Fix[] {
  const { value } = member;
  const drop = dropMember(part, fields.node, member);
  if (value?.kind !== "scalar" || typeof value.value !== "boolean" || !isEditable(value)) return drop;
  const edits = [...renameKey(part, member, word), ...replaceValue(part, value, !value.value)];
  return [...fixOf(`Use ${word}: ${!value.value}`, false, edits), ...drop];
}

/** Another service's switch for the same thing. */
function rotationType(part: Part, fields: Fields, { member }: Entry): Fix[] {
  const { value } = member;
  const drop = dropMember(part, fields.node, member);
  if (value?.kind !== "scalar" || !isEditable(value)) return drop;
  const Feature = /^rotating$|^enabled?$/i.test(String(value.value)) ? "ENABLED" : "DISABLED";
  const edits = [...renameKey(part, member, "RefreshTokenRotation"), ...replaceValue(part, value, { Feature })];
  return [...fixOf(`Use RefreshTokenRotation with Feature ${Feature}`, false, edits), ...drop];
}
