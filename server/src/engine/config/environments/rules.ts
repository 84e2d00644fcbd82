import type { RuleMeta, Severity } from "../../lint/rule.ts";

/** The environments file is this project's own (docs/environments.md), so an error in it is no claim about AWS. */
const source = "https://github.com/cognito-app-client/cognito-app-client/blob/main/docs/environments.md";

function rule(id: string, severity: Severity, summary: string, why: string, fixable = false): RuleMeta {
  return {
    id,
    summary,
    why,
    severity: { recommended: severity, strict: severity === "warning" ? "error" : severity },
    evidence: "own",
    source,
    fixable,
  };
}

/** What can be wrong in an environments file, sorted by id. Each has a page in pages/. */
export const environmentsRules: readonly RuleMeta[] = [
  rule(
    "environments-account-format",
    "error",
    "An environment's account is twelve digits in quotes",
    "The caller's account is compared with it before anything is read.",
    true,
  ),
  rule(
    "environments-client-not-found",
    "error",
    "A key of clients leads to exactly one app client",
    "Which app client an update means must be certain.",
    true,
  ),
  rule(
    "environments-id-format",
    "error",
    "An app client's id in the environments file is one",
    "Anything else is the id of nothing.",
  ),
  rule(
    "environments-name-format",
    "error",
    "An environment's name has small letters, digits and hyphens",
    "It is typed on the command line, and to confirm a write to a protected environment.",
  ),
  rule(
    "environments-pool-format",
    "error",
    "An environment's pool is a user pool's id",
    "A name or an ARN is refused by every call.",
  ),
  rule(
    "environments-pool-mismatch",
    "error",
    "A spec with a pool of its own is linked only where that pool is meant",
    "A spec's own UserPoolId is never overridden.",
  ),
  rule(
    "environments-pool-missing",
    "warning",
    "Some pool is known for each linked app client",
    "Without a pool nothing can be planned, compared or created.",
  ),
  rule(
    "environments-same-app-client",
    "error",
    "No app client is linked twice",
    "Two specs, or two environments, that describe one app client undo each other's updates.",
  ),
  rule(
    "environments-set-member",
    "error",
    "set neither says which app client it is, nor holds a secret",
    "Pool and id have their places, where they are checked; a secret in a repository is a secret no more.",
  ),
  rule(
    "environments-spec-not-found",
    "warning",
    "Each key of clients names a file that is there",
    "A link that was left behind is looked at by no plan.",
  ),
  rule(
    "environments-spec-path",
    "error",
    "A key of clients is a relative path below the file's folder",
    "Nothing outside the folder is read or written, whoever wrote the file.",
  ),
  rule(
    "environments-unknown-environment",
    "error",
    "Each environment that is linked is defined",
    "An entry under a misspelt name would never be looked at.",
    true,
  ),
  rule(
    "environments-unknown-key",
    "error",
    "The environments file has only keys that it is documented to have",
    "A misspelt key would do nothing; and a repository must not choose who acts, nor where signed requests go.",
  ),
  rule(
    "environments-wrong-type",
    "error",
    "Each part of the environments file has its kind",
    "A target that is half understood could be another target.",
  ),
];
