import { isQuotable } from "../../lint/quotable.ts";
import { itemsOf } from "../../reading/lists.ts";
import type { Candidate, ValuePlace } from "./candidates.ts";

/** URLs: the default redirect is one of the callbacks; logout pages stand where the callbacks do; templates for the rest. */
export function urlValues({ property, spec }: ValuePlace): readonly Candidate[] {
  const callbacks = itemsOf(spec.callbacks)
    .map(({ value }) => value)
    .filter((value) => isQuotable(spec.part, value));
  switch (property.name) {
    case "DefaultRedirectURI":
      return callbacks.map((value) => ({ value, documented: false, detail: "from CallbackURLs" }));
    case "LogoutURLs":
      return [
        ...[...new Set(callbacks.flatMap(originOf))].map((value) => ({
          value,
          documented: false,
          detail: "origin of a callback",
        })),
        ...templates,
      ];
    case "CallbackURLs":
      return callbackTemplates;
    default:
      return [];
  }
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
