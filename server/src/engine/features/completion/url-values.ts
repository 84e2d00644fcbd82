import { isQuotable } from "../../lint/quotable.ts";
import { dangerousSchemes } from "../../reading/dangerous-schemes.ts";
import { itemsOf } from "../../reading/lists.ts";
import { readUrl } from "../../reading/url.ts";
import type { Candidate, ValuePlace } from "./candidate.ts";

/** How many callbacks are looked at: more nobody chooses from. */
const ENOUGH = 100;

/** URLs: the default redirect is one of the callbacks; logout pages stand where the callbacks do; templates for the rest. */
export function urlValues({ property, spec }: ValuePlace): readonly Candidate[] {
  switch (property.name) {
    case "DefaultRedirectURI":
      return callbacksOf(spec).map((value) => ({ value, documented: false, detail: "from CallbackURLs" }));
    case "LogoutURLs":
      return [
        ...[...new Set(callbacksOf(spec).flatMap(originOf))].map((value) => ({
          value,
          documented: false,
          detail: "origin of a callback",
        })),
        ...templates,
      ];
    case "CallbackURLs":
      return [...defaultRedirect(spec), ...callbackTemplates];
    default:
      return [];
  }
}

function callbacksOf(spec: ValuePlace["spec"]): string[] {
  return itemsOf(spec.callbacks)
    .slice(0, ENOUGH)
    .map(({ value }) => value)
    .filter((value) => isAccepted(value) && isQuotable(spec.part, value));
}

/** What the file names as the default must be among the callbacks. */
function defaultRedirect(spec: ValuePlace["spec"]): Candidate[] {
  const field = spec.string("DefaultRedirectURI");
  return field.state === "known" && isAccepted(field.value) && isQuotable(spec.part, field.value)
    ? [{ value: field.value, documented: false, detail: "the DefaultRedirectURI" }]
    : [];
}

/** Nothing is passed on that Cognito refuses where it stands already. */
function isAccepted(url: string): boolean {
  const { scheme, isLoopback, isHostAndPort, fragment } = readUrl(url);
  if (scheme === undefined || isHostAndPort || fragment !== undefined) return false;
  return scheme === "http" ? isLoopback : !dangerousSchemes.has(scheme);
}

/** `https://app.example.com/` for a web address, `myapp://` for a scheme of its own. */
function originOf(url: string): string[] {
  const origin = /^(https?:\/\/[^/?#]+)/i.exec(url)?.[1];
  if (origin !== undefined) return [`${origin}/`];
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)/.exec(url)?.[1];
  return scheme === undefined ? [] : [`${scheme}signout`];
}

const templates: readonly { value: string; documented: boolean; detail: string }[] = [
  { value: "https://example.com/", documented: false, detail: "web page" },
  { value: "http://localhost:3000/", documented: false, detail: "this machine, for development" },
  { value: "myapp://signout", documented: false, detail: "native app" },
];

const callbackTemplates: readonly { value: string; documented: boolean; detail: string }[] = [
  { value: "https://example.com/callback", documented: false, detail: "web page" },
  { value: "http://localhost:3000/callback", documented: false, detail: "this machine, for development" },
  { value: "http://127.0.0.1:8080/callback", documented: false, detail: "command-line or desktop app" },
  { value: "myapp://callback", documented: false, detail: "native app" },
] as const;
