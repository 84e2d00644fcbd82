import { type AppClient, type Span, type SpecNode, specOf } from "../../server/src/engine/index.ts";
import type { Json, JsonObject } from "../json.ts";
import { isSecretName } from "../secrets.ts";

/** A value that cannot be sent as it stands: a placeholder, an intrinsic function, a key without a value. */
export interface Unsendable {
  readonly path: readonly (string | number)[];
  /** In the part's offsets. */
  readonly span: Span;
  /** What it is, for a message: `"${STAGE}"`, `a CloudFormation function`. Never a secret. */
  readonly what: string;
}

export interface PlainRequest {
  /** Members in the spec's own order; of a duplicate key the last one, as AWS's own parsers take it. */
  readonly request: JsonObject;
  readonly unsendable: readonly Unsendable[];
}

/** @returns the request that an app client of a file describes, or `undefined` when it holds no app client at all. */
export function toRequest(client: AppClient): PlainRequest | undefined {
  const spec = specOf(client);
  if (!spec.node) return undefined;
  const unsendable: Unsendable[] = [];
  const request = plain(spec.node, [], unsendable, false) as JsonObject;
  return { request, unsendable };
}

function plain(node: SpecNode, path: readonly (string | number)[], unsendable: Unsendable[], secret: boolean): Json {
  switch (node.kind) {
    case "scalar":
      if (node.style === "empty") unsendable.push({ path, span: node.span, what: "nothing at all" });
      return node.value;
    case "array":
      return node.items.map((item, index) => plain(item, [...path, index], unsendable, secret));
    case "object": {
      const object: Record<string, Json> = {};
      for (const { key, keySpan, value } of node.members) {
        const at = [...path, key];
        delete object[key];
        if (value) setOwn(object, key, plain(value, at, unsendable, secret || isSecretName(key)));
        else unsendable.push({ path: at, span: keySpan, what: "nothing at all" });
      }
      return object;
    }
    case "unknown":
      unsendable.push({ path, span: node.span, what: secret ? "a placeholder" : describe(node) });
      return null;
  }
}

/** Plain assignment would make `__proto__` the prototype, and the request would not be what the file says. */
function setOwn(object: Record<string, Json>, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

function describe(node: SpecNode & { kind: "unknown" }): string {
  if (node.reason === "intrinsic") return "a CloudFormation function";
  if (node.reason === "tag") return "a value with a tag of another tool";
  if (node.reason === "cut") return "a value that could not be read to its end";
  return node.text === undefined ? "a placeholder" : `the placeholder ${JSON.stringify(node.text)}`;
}
