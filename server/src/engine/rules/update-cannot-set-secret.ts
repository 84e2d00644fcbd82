import { documentation } from "../catalogue/links.ts";
import { dropMember } from "../lint/fixes/fix.ts";
import type { Rule } from "../lint/rule.ts";

export const updateCannotSetSecret: Rule = {
  id: "update-cannot-set-secret",
  summary: "An update has neither GenerateSecret nor ClientSecret",
  why: "Whether an app client has a secret is settled when it is made. A further secret for one that has a secret comes from AddUserPoolClientSecret; an app client without a secret never gets one, so make a new one.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_UpdateUserPoolClient.html"),
  fixable: true,
  hosts: ["spec"],
  *check(spec) {
    if (spec.operation !== "update") return;
    // Where only an environment has the id, what the file says of a secret is compared, and never sent.
    const id = spec.entry("ClientId")?.member;
    if (!id) return;
    for (const name of ["GenerateSecret", "ClientSecret"]) {
      const entry = spec.entry(name);
      if (!entry) continue;
      const { member, path, verdict } = entry;
      const isOff = member.value?.kind === "scalar" && member.value.value === false;
      yield {
        span: member.keySpan,
        path,
        message: `ClientId makes this an update, and UpdateUserPoolClient has no ${name}: a secret cannot be given or taken later. Remove ${name}, or ClientId to create a new app client.`,
        data: { member: name },
        related: [{ span: id.keySpan, message: "ClientId makes this an update" }],
        fixes: (part) => [
          ...dropMember(part, spec.node, member, { safe: isOff }),
          // Without a name it would be no request for a new one either.
          ...(verdict === "ok" && spec.has("ClientName")
            ? dropMember(part, spec.node, id, { title: "Remove ClientId, to create a new app client" })
            : []),
        ],
      };
    }
  },
};
