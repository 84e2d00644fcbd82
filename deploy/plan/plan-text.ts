import { forPlan, visible } from "../../server/src/sinks.ts";
import type { CreateChange } from "./change.ts";
import type { Plan } from "./plan.ts";

/** What a confirmation states of one app client, line by line, in the same words everywhere. */
export function confirmation(
  plan: Plan<CreateChange>,
  item: CreateChange,
): readonly { readonly label: string; readonly value: string }[] {
  const { identity } = plan;
  const { where, environment } = item;
  return [
    ...(environment
      ? [{ label: "Environment", value: environment.protected ? `${environment.name} (protected)` : environment.name }]
      : []),
    { label: "Account", value: identity.accountId ?? `unknown: ${identity.reason ?? "STS did not say"}` },
    { label: "Caller", value: identity.callerArn ?? "unknown" },
    { label: "Profile", value: `${plan.profile.label} (${plan.profile.kind})` },
    { label: "Region", value: where.partition === "aws" ? where.region : `${where.region} (${where.partition})` },
    ...(where.endpoint === undefined ? [] : [{ label: "Endpoint", value: `${where.endpoint} (not AWS)` }]),
    {
      label: "User pool",
      value: `${item.poolName ?? "name unknown"} (${item.poolId})${item.poolChosen ? ", chosen now" : ""}`,
    },
    { label: "App client", value: item.clientName },
    { label: "Secret", value: secretText[item.secret] },
  ];
}

const secretText = {
  generated: "yes, Cognito generates one",
  "from the spec": "yes, the one in the spec (not shown)",
  none: "no",
} as const;

/** Sentences that a user should see before confirming; none of them stops a create. */
export function remarks(plan: Plan<CreateChange>, item: CreateChange): readonly string[] {
  const several = item.sameName?.length ?? 0;
  return [
    ...(item.where.regionNote ? [item.where.regionNote] : []),
    ...(several > 0
      ? [
          `The pool already has ${several === 1 ? "an app client" : `${several} app clients`} called ${item.clientName} (${item.sameName?.map(({ id }) => id).join(", ")}). Names are not unique: this creates another one.`,
        ]
      : []),
    ...(item.sameName === undefined
      ? [
          "The pool's app clients may not be listed, so it is not known whether the name is taken, and a lost answer could not be looked up.",
        ]
      : []),
    ...(item.denied.length > 0
      ? [`Not checked, because these calls failed: ${item.denied.map(({ action }) => action).join(", ")}.`]
      : []),
    ...item.pending.map(
      (record) => `A create of ${record.clientName} sent at ${record.sentAt} is unresolved. Look it up first.`,
    ),
    ...plan.findings
      .filter(({ severity, path }) => severity === "warning" && (!item.several || path[0] === item.index))
      .map(({ message }) => message),
  ];
}

/**
 * The plan as a read-only JSON document with comments: the request as it will be sent, in the spec's own order, then what
 * Cognito fills in. Never shows a secret.
 */
export function planText(plan: Plan<CreateChange>): string {
  return `${plan.changes.map((item) => itemText(plan, item)).join("\n\n")}\n`;
}

function itemText(plan: Plan<CreateChange>, item: CreateChange): string {
  const facts = confirmation(plan, item).map(({ label, value }) => `// ${`${label}:`.padEnd(11)} ${oneLine(value)}`);
  const notes = remarks(plan, item).map((note) => `// Note: ${oneLine(note)}`);
  const body = forPlan(JSON.stringify(item.shown, null, 2)).split("\n");
  const defaults = item.filledIn.map(({ path, text }) => `  // ${path.join(".")}: ${text}`);
  const close = body.pop() ?? "}";
  return [
    "// Will be sent to CreateUserPoolClient, in the order of the spec.",
    ...facts,
    ...notes,
    ...body,
    ...(defaults.length > 0 ? ["", "  // Not sent; Cognito fills in:", ...defaults] : []),
    close,
  ].join("\n");
}

/** Names and messages come from files and from AWS: a line break in one must not end the comment, nor hide what it says. */
function oneLine(text: string): string {
  return visible(text.replace(/[\r\n\t]+/g, " "));
}
