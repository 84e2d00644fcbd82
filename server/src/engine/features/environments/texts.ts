/** What the environments file's own keys mean, Markdown. */
export const texts = {
  environments: "The named targets: for each its account, its pool, and whether it is protected.",
  clients: "Which app client a spec is in which environment: paths from this file's folder.",
  account:
    "Twelve digits, in quotes. The caller is checked against it before anything is read; it never chooses who acts.",
  pool: "The user pool's id. Specs without a `UserPoolId` of their own take it.",
  protected: "`true`: a write asks for the environment's name to be typed first.",
  id: "The app client's id in this environment. Without one it does not exist there yet.",
  set: "Laid over the spec's request for this environment (RFC 7396): objects merge, lists are replaced, `null` removes.",
} as const;
