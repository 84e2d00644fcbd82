import type { ApplicationType } from "../catalogue/entry.ts";
import { indexesWhere } from "../document/list-memo.ts";
import type { ArrayNode, SpecNode } from "../document/node.ts";
import type { Field, Items, Ternary } from "./fields.ts";
import { findItem, isEmptyList, lacks } from "./lists.ts";
import { type RedirectKind, redirectKind } from "./redirect-kind.ts";

export interface Application {
  readonly type: ApplicationType;
  /** Plain clauses that say what it was concluded from, or, when unknown, what keeps it from being known. */
  readonly because: readonly string[];
}

/** What the application type is concluded from. */
interface Evidence {
  readonly flows: Field<Items, ArrayNode>;
  readonly authFlows: Field<Items, ArrayNode>;
  readonly callbacks: Field<Items, ArrayNode>;
  /** Whether the app client has a secret. */
  readonly secret: Ternary;
}

/**
 * Tells the application type from what the spec says, never from its name. Where members contradict each other, or say
 * too little, the type is unknown: advice for the wrong kind of application is worse than none. See docs/application-types.md.
 */
export function inferApplication(spec: Evidence): Application {
  if (isMachine(spec)) return machine(spec);
  if (findItem(spec.flows, "code", "implicit")) return withRedirect(spec);
  if (!isEmptyList(spec.flows)) return unknown("AllowedOAuthFlows cannot be known from the file");
  if (!isEmptyList(spec.callbacks)) return unknown("there are callback URLs, but no OAuth flow that uses them");
  return withoutOAuth(spec);
}

function isMachine(spec: Evidence): boolean {
  return (
    findItem(spec.flows, "client_credentials") !== undefined ||
    findItem(spec.authFlows, "ALLOW_CLIENT_TOKEN_AUTH") !== undefined
  );
}

function machine(spec: Evidence): Application {
  const redirect = findItem(spec.flows, "code", "implicit");
  if (redirect) return unknown(`client_credentials is for programs and ${redirect.value} for people`);
  // What is in the default set of auth flows is no evidence: AWS would have put it there.
  const signIn = findItem(spec.authFlows, ...passwordFlows, ...adminFlows, "ALLOW_USER_AUTH");
  if (signIn) return unknown(`client_credentials is for programs and ${signIn.value} for people`);
  return findItem(spec.flows, "client_credentials")
    ? is("m2m", "AllowedOAuthFlows has client_credentials")
    : is("m2m", "ExplicitAuthFlows has ALLOW_CLIENT_TOKEN_AUTH");
}

/** `code` or `implicit`: a browser comes back to one of the callback URLs. */
function withRedirect(spec: Evidence): Application {
  const kinds = redirectKinds(spec);
  const has = (kind: RedirectKind) => kinds.includes(kind);
  const native = has("custom") || (has("loopback-ip") && kinds.every((kind) => kind === "loopback-ip"));
  if (native) {
    if (has("page")) return unknown("some callback URLs are web pages and some open a native application");
    if (spec.secret === "yes") return unknown("it has a secret, and its callback URLs open a native application");
    return has("custom")
      ? is("native", "a callback URL has a scheme of its own")
      : is("native", "all callback URLs are on the device itself, by IP address");
  }
  const code = findItem(spec.flows, "code");
  if (spec.secret === "yes")
    return code
      ? is("web", "it has a secret", "AllowedOAuthFlows has code")
      : unknown("it has a secret, and AllowedOAuthFlows has only implicit, which cannot use one");
  if (!code && lacks(spec.flows, "code"))
    return is("spa", "AllowedOAuthFlows has only implicit, which is for browsers");
  if (spec.secret === "unknown") return unknown("whether it has a secret cannot be known from the file");
  const admin = findItem(spec.authFlows, ...adminFlows);
  if (admin) return unknown(`it has no secret, yet ${admin.value} is for back ends`);
  return is("spa", "it has no secret", `AllowedOAuthFlows has ${code ? "code" : "implicit"}`);
}

/** Sign-in through the user pools API alone. */
function withoutOAuth(spec: Evidence): Application {
  const admin = findItem(spec.authFlows, ...adminFlows);
  const device = findItem(spec.authFlows, ...deviceFlows);
  if (admin) {
    const because = `ExplicitAuthFlows has ${admin.value}, which needs AWS credentials`;
    if (!device) return is("admin", because);
    if (spec.secret === "yes") return is("admin", because, "it has a secret");
    return unknown(`${admin.value} is for back ends and ${device.value} for the user's device`);
  }
  if (!lacks(spec.authFlows, ...adminFlows)) return unknown("ExplicitAuthFlows cannot be known from the file");
  const signIn = device ?? findItem(spec.authFlows, ...customFlows);
  if (!signIn) return unknown("no member tells how users or programs get tokens");
  if (spec.secret === "no")
    return is("sdk", `ExplicitAuthFlows has ${signIn.value}`, "it has no OAuth flow and no secret");
  return unknown(
    spec.secret === "yes"
      ? `it has a secret, and ${signIn.value} is mostly used on the user's device, where none can be kept`
      : "whether it has a secret cannot be known from the file",
  );
}

/** Of every callback that is no web page; where some are, that once. */
function redirectKinds({ callbacks }: Evidence): RedirectKind[] {
  if (callbacks.state !== "known") return [];
  const { items } = callbacks.node;
  const others = indexesWhere(callbacks.node, isNoPage).map((index) => redirectKind(items[index] as SpecNode));
  return others.length < items.length ? [...others, "page"] : others;
}
const isNoPage = (node: SpecNode) => redirectKind(node) !== "page";

const passwordFlows = ["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"];
const adminFlows = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"];
/** What an application on the user's device starts with InitiateAuth. */
const deviceFlows = [...passwordFlows, "ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"];
/** Back ends start these as well, so they contradict nothing. */
const customFlows = ["ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"];

function is(type: ApplicationType, ...because: string[]): Application {
  return { type, because };
}

function unknown(because: string): Application {
  return { type: "unknown", because: [because] };
}
