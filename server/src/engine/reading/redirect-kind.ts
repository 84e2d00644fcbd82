import type { SpecNode } from "../document/node.ts";

/**
 * Where a redirect URL leads: a `page` on the web; the device itself by name (`loopback`: a server under development, most
 * often) or by address (`loopback-ip`: how RFC 8252 §7.3 lets native applications listen); a `custom` scheme that an
 * application has claimed; or `unknown`.
 */
export type RedirectKind = "page" | "loopback" | "loopback-ip" | "custom" | "unknown";

/** Judges an item of CallbackURLs; of a template it takes the scheme where that is written out. */
export function redirectKind(node: SpecNode): RedirectKind {
  const text = node.kind === "unknown" ? node.text : node.kind === "scalar" ? node.value : undefined;
  if (typeof text !== "string") return "unknown";
  const [, scheme = "", host = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/(\[[^\]]*\]|[^/?#:]*))?/.exec(text) ?? [];
  switch (scheme.toLowerCase()) {
    case "http":
    case "https":
      if (/^(?:127\.0\.0\.1|\[::1\])$/.test(host)) return "loopback-ip";
      return host.toLowerCase() === "localhost" ? "loopback" : "page";
    // `localhost:3000` has no scheme; javascript: and data: open no application.
    case "":
    case "localhost":
    case "javascript":
    case "data":
    case "vbscript":
      return "unknown";
    default:
      return "custom";
  }
}
