/** Times in milliseconds that the suite took down; printed, never asserted. */
export const measured: Record<string, number> = {};
