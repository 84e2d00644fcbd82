import { documentation } from "../catalogue/links.ts";
import { removeMembers, replaceValue } from "../document/edit/edit.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Report, Rule } from "../lint/rule.ts";
import { findItem, isEmptyList, itemsOf, lacks } from "../reading/lists.ts";
import { redirectKind } from "../reading/redirect-kind.ts";
import type { Spec } from "../reading/spec.ts";

/** The mistake behind "Unable to verify secret hash": it can only be repaired by a new app client. */
export const secretInPublicClient: Rule = {
  id: "secret-in-public-client",
  summary: "Applications on the user's device have no secret",
  why: "What is shipped to a browser or a device can be read by its user, so it cannot hold a secret (RFC 8252, section 8.5). An app client that has one also refuses every call without it, and a secret cannot be removed later.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.guide("user-pool-settings-client-apps.html#user-pool-settings-client-app-client-types"),
  fixable: true,
  *check(spec) {
    if (spec.secret !== "yes" || findItem(spec.flows, "client_credentials")) return;
    if (findItem(spec.authFlows, "ALLOW_CLIENT_TOKEN_AUTH")) return;
    const reason = reasonOf(spec);
    const generate = spec.boolean("GenerateSecret");
    const custom = spec.entry("ClientSecret")?.member;
    const isGenerated = generate.state === "known" && generate.value;
    if (!reason || !(isGenerated || custom)) return;
    yield {
      span: isGenerated ? generate.node.span : (custom?.keySpan ?? spec.head),
      path: [...spec.path, isGenerated ? "GenerateSecret" : "ClientSecret"],
      ...(reason.severity && { severity: reason.severity }),
      message: reason.isOpen
        ? `This app client has a secret. ${reason.text}`
        : `This app client has a secret, but ${reason.text}. A secret there is public, and without it every call is refused; it cannot be taken away later. Make the app client without one.`,
      fixes: (part) =>
        suggestions({
          title: custom ? "Make it without a secret (removes ClientSecret)" : "Make it without a secret",
          edits: withoutSecret(part, spec),
        }),
    };
  },
};

interface Reason {
  readonly text: string;
  readonly severity?: NonNullable<Report["severity"]>;
  /** The text stands for itself: nothing tells what kind of application it is. */
  readonly isOpen?: true;
}

/** Loopback URLs alone are just as often a web server under development. */
const development = { recommended: "hint", strict: "warning" } as const;
const likely = { recommended: "info", strict: "warning" } as const;

function reasonOf(spec: Spec): Reason | undefined {
  const flows = itemsOf(spec.flows).map(({ value }) => value);
  const isImplicit = flows.includes("implicit") && spec.flows.state === "known" && spec.flows.value.complete;
  if (isImplicit && !flows.includes("code")) return { text: "implicit is for applications in the browser" };
  const isRedirected = flows.includes("code") || flows.includes("implicit");
  if (!isRedirected) return isEmptyList(spec.flows) ? onDevice(spec) : undefined;
  if (spec.callbacks.state !== "known") return undefined;
  const kinds = spec.callbacks.node.items.map(redirectKind);
  if (kinds.length === 0 || kinds.includes("unknown")) return undefined;
  if (kinds.includes("page")) return kinds.includes("custom") ? undefined : open(spec);
  return kinds.includes("custom")
    ? { text: "its callback URLs open a native application" }
    : { text: "all its callback URLs are on the user's own device", severity: development };
}

/** Flows that an application starts itself, with the user's name and password on the user's device; a back end has others. */
function onDevice(spec: Spec): Reason | undefined {
  const flow = findItem(
    spec.authFlows,
    "ALLOW_USER_SRP_AUTH",
    "ALLOW_USER_AUTH",
    "ALLOW_USER_PASSWORD_AUTH",
    "USER_PASSWORD_AUTH",
  );
  if (
    !flow ||
    !lacks(
      spec.authFlows,
      "ALLOW_ADMIN_USER_PASSWORD_AUTH",
      "ADMIN_NO_SRP_AUTH",
      "ALLOW_CUSTOM_AUTH",
      "CUSTOM_AUTH_FLOW_ONLY",
    )
  )
    return undefined;
  return { text: `${flow.value} is mostly used by an application on the user's device`, severity: likely };
}

/** Pages on the web: a server can keep the secret, a single-page application cannot, and their requests look the same. */
function open(spec: Spec): Reason | undefined {
  if (!lacks(spec.authFlows, "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH")) return undefined;
  if (spec.flows.state !== "known" || !spec.flows.value.complete) return undefined;
  return {
    text: "That is right for a web server. If the application's code runs in the browser, the secret would be public there and every call without it is refused: make the app client without one then.",
    severity: "hint",
    isOpen: true,
  };
}

/** Nothing where another member needs the secret. */
function withoutSecret(part: Part, spec: Spec): TextEdit[] {
  const context = spec.boolean("EnablePropagateAdditionalUserContextData");
  if (!spec.node || (context.state !== "absent" && !(context.state === "known" && !context.value))) return [];
  const custom = spec.entry("ClientSecret")?.member;
  const generate = spec.boolean("GenerateSecret");
  if (custom?.alias || (generate.state === "known" && generate.node.alias)) return [];
  return [
    ...(generate.state === "known" && generate.value ? replaceValue(part, generate.node, false) : []),
    ...(custom ? removeMembers(part, spec.node, [custom]) : []),
  ];
}
