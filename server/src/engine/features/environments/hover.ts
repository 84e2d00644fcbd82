import { codeForMarkdown } from "../../../sinks.ts";
import { memberOf } from "../../catalogue/properties.ts";
import { type Location, locate } from "../../clients/locate.ts";
import type { Environment } from "../../config/environments/file.ts";
import { findMember, nodeAt, type Path, stringValue } from "../../document/node.ts";
import type { SpecDocument } from "../../document/part.ts";
import { shift } from "../../lint/finding.ts";
import { nameOf } from "../../reading/name.ts";
import { specOf } from "../../reading/spec.ts";
import type { Context } from "../context.ts";
import { aboutMember, aboutValue, type Hover } from "../hover.ts";
import { asPlainMarkdown, factLines } from "../hover-facts.ts";
import { appClientAt } from "./app-client-at.ts";
import { fileOf } from "./check.ts";
import { written } from "./merged.ts";
import { overlayOf } from "./overlay.ts";
import { quotedValue } from "./quoted-value.ts";
import { texts } from "./texts.ts";

/** What is to be said about a place of an environments file; `undefined` when there is nothing. */
export function hoverEnvironments(document: SpecDocument, offset: number, context: Context): Hover | undefined {
  const place = locate(document, offset);
  const at = place?.on === "key" ? place.member?.keySpan : place?.node?.span;
  if (!place || place.on === "nothing" || !at) return undefined;
  const markdown = sections(document, place, context)
    .filter((section) => section !== "")
    .join("\n\n");
  return markdown === "" ? undefined : { span: shift(at, place.client.base), markdown };
}

function sections(document: SpecDocument, place: Location, context: Context): string[] {
  const [first, second, third, fourth] = place.path.map(String);
  const { environments } = fileOf(document);
  const own = place.path.length === 1 || place.path.length === 3 || place.path.length === 4 ? place.path.at(-1) : "";
  if (first === "environments") {
    const environment = environments.get(second ?? "");
    if (place.path.length === 2 && place.on === "key")
      return environment ? [aboutEnvironment(environment, context)] : [];
    if (place.path.length === 3 && place.on === "value" && third === "pool") return aboutPool(place, context);
  }
  if (first === "clients" && second !== undefined) {
    if (place.path.length === 2 && place.on === "key") return aboutSpec(document, second, context);
    if (place.path.length === 3 && place.on === "key") return aboutLink(document, second, third ?? "", context);
    if (fourth === "set" && place.path.length > 4) return aboutOverride(document, place, context);
    if (fourth === "id" && place.on === "value") return aboutId(document, place, context);
  }
  return place.on === "key" && Object.hasOwn(texts, own ?? "") ? [texts[own as keyof typeof texts]] : [];
}

function aboutEnvironment({ name, account, pool, protected: isProtected }: Environment, { facts }: Context): string {
  const known = pool === undefined ? undefined : facts?.get(pool);
  const poolName = known?.poolName === undefined ? "" : ` (${asPlainMarkdown(known.poolName)})`;
  const lines = [
    account === undefined
      ? "Account: not said, so the caller's is not checked"
      : `Account: ${codeForMarkdown(account)}, which the caller must be in`,
    pool === undefined ? "Pool: each spec's own" : `Pool: ${codeForMarkdown(pool)}${poolName}`,
    isProtected ? "Protected: a write asks for its name to be typed first" : "Not protected",
  ];
  return `**${asPlainMarkdown(name)}**\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

function aboutPool({ node }: Location, { facts }: Context): string[] {
  const id = stringValue(node);
  const known = id === undefined ? undefined : facts?.get(id);
  return id !== undefined && known ? factLines("UserPoolId", id, known) : [texts.pool];
}

function aboutSpec(document: SpecDocument, key: string, { specs }: Context): string[] {
  const file = fileOf(document);
  const links = file.specs.find((spec) => spec.key === key)?.links ?? [];
  const where = links.map(
    ({ environment, id }) => `${asPlainMarkdown(environment)}${id === undefined ? " (no id yet)" : ""}`,
  );
  return [
    whichAppClient(document, key, specs),
    where.length > 0 ? `In ${where.join(", ")}.` : "In no environment yet.",
  ];
}

function aboutLink(document: SpecDocument, key: string, name: string, context: Context): string[] {
  const file = fileOf(document);
  const environment = file.environments.get(name);
  const link = file.specs.find((spec) => spec.key === key)?.links.find((each) => each.environment === name);
  if (!environment) return [];
  const id =
    link?.id === undefined ? "It has no id here: `apply` would create it." : `Its id: ${codeForMarkdown(link.id)}`;
  return [whichAppClient(document, key, context.specs), id, aboutEnvironment(environment, context)];
}

function whichAppClient(document: SpecDocument, key: string, specs: Context["specs"]): string {
  const spec = fileOf(document).specs.find((each) => each.key === key);
  const client = appClientAt(fileOf(document), specs, key);
  if (!spec || !client) return "";
  const name = nameOf(client);
  const called = name === undefined ? "" : ` ${quotedValue(name, [client.part])}`;
  return `App client${called} of ${codeForMarkdown(spec.path)}`;
}

/** The app client that a pool has under this id. */
function aboutId(document: SpecDocument, { node, path }: Location, { facts }: Context): string[] {
  const pool = fileOf(document).environments.get(String(path[2]))?.pool;
  const known = pool === undefined ? undefined : facts?.get(pool);
  const name = known?.clients?.find(({ id }) => id === stringValue(node))?.name;
  return name === undefined || !known
    ? [texts.id]
    : [`App client **${asPlainMarkdown(name)}** of pool ${asPlainMarkdown(known.poolName ?? known.poolId)}`];
}

/** A member of the request, and what the spec itself says of it. */
function aboutOverride(document: SpecDocument, place: Location, context: Context): string[] {
  const [, key, environment, , ...path] = place.path;
  const property = memberOf(path);
  if (!property) return [];
  const file = fileOf(document);
  const client = appClientAt(file, context.specs, String(key));
  const request = client && specOf(client).node;
  const { part, base } = place.client;
  const entry = nodeAt(part.root, ["clients", String(key), String(environment)]);
  const set = findMember(entry, "set");
  if (set?.value?.kind !== "object") return [];
  const overlay = overlayOf({ part, base }, request, set.value, set.span);
  const pool = file.environments.get(String(environment))?.pool;
  const chosenPool = pool === undefined ? undefined : context.facts?.get(pool);
  const own = { ...place, client: overlay.client };
  const about =
    place.on === "key"
      ? aboutMember(property, overlay.merged, path)
      : aboutValue(property, own, overlay.merged, path, { ...context, chosenPool });
  const before = request && nodeAt(request, steps(path));
  const instead =
    client && before && !property.sensitive
      ? `The spec itself: ${quotedValue(written(before), [client.part, part])}`
      : client && !property.sensitive
        ? "The spec itself does not say it."
        : "";
  return [...about, instead];
}

/** A list is replaced as a whole. */
function steps(path: Path): Path {
  return path.filter((step) => typeof step === "string");
}
