import type { Level, Preset } from "../rule.ts";

/**
 * Levels of rules that judge by what the template itself says of the pool. A new stack would be refused, but a pool that is there
 * already may have got what is missing by hand or from another stack: no error by default.
 */
export const levelsByTemplate: Readonly<Record<string, Readonly<Record<Preset, Level>>>> = {
  "scope-not-found": { recommended: "warning", strict: "error" },
  "idp-not-found": { recommended: "warning", strict: "error" },
  "read-attribute-not-found": { recommended: "warning", strict: "error" },
  "write-attribute-not-found": { recommended: "warning", strict: "error" },
  // Domains often stand in another stack.
  "domain-missing": { recommended: "info", strict: "info" },
  "branding-missing": { recommended: "hint", strict: "hint" },
};
