import type { ApplicationType } from "../catalogue/entry.ts";

/** Application types as people call them. */
export const applicationNames: Readonly<Record<ApplicationType, string>> = {
  spa: "single-page app",
  native: "native app",
  web: "web app with a secret",
  m2m: "machine-to-machine",
  admin: "back end (admin sign-in)",
  sdk: "sign-in through an SDK",
  unknown: "unknown application type",
};
