import { isNeverWritable, isReadOnly } from "../catalogue/attributes.ts";
import { documentation } from "../catalogue/links.ts";
import { removeItems } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { attributesRefused } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

/** What Cognito vouches for, users cannot set themselves. */
export const writeAttributeNeverWritable: Rule = {
  id: "write-attribute-never-writable",
  summary: "email_verified, phone_number_verified and sub are not in WriteAttributes",
  why: "Cognito sets these attributes itself, and a user who could write them could claim somebody else's address. They may be read (ReadAttributes). Attributes that begin with `dev:` are for administrators with AWS credentials; whether Cognito refuses them here is not known, so they get a warning.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide("user-pool-settings-attributes.html#user-pool-settings-attribute-permissions-and-scopes"),
  refusals: attributesRefused("write"),
  fixable: true,
  *check(spec) {
    const list = spec.list("WriteAttributes");
    for (const { value, node, path } of itemsOf(list)) {
      if (!isNeverWritable(value)) continue;
      const isDeveloper = !isReadOnly(value);
      yield {
        span: node.span,
        path,
        message: isDeveloper
          ? `${value} is a developer attribute, which only administrators with AWS credentials can change. Remove it from WriteAttributes.`
          : `${value} is set by Cognito alone and cannot be in WriteAttributes. Remove it; ReadAttributes may have it.`,
        data: { attribute: value },
        ...(isDeveloper && { severity: "warning" as const }),
        fixes: (part) =>
          list.state === "known"
            ? suggestions({
                title: `Remove ${value} from WriteAttributes`,
                edits: removeItems(part, list.node, [node]),
              })
            : [],
      };
    }
  },
};
