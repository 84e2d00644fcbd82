/**
 * Structural edits: each returns text edits in the part's offsets that keep comments, key order, quotes, indentation,
 * anchors, EOL and what stands around. Nothing here knows Cognito.
 */
import type { ArrayNode, Member, ObjectNode, SpecNode } from "./node.ts";
import type { Part, TextEdit } from "./part.ts";

export type PlainValue = string | number | boolean | readonly PlainValue[] | { readonly [key: string]: PlainValue };
