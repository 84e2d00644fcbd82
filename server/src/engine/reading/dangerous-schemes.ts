/** Schemes that run or show what the URL itself says. */
export const dangerousSchemes: ReadonlySet<string> = new Set(["javascript", "data", "vbscript"]);
