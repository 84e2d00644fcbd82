import { documentation } from "../catalogue/links.ts";
import { removal, suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { regionOf } from "../reading/pool-region.ts";

/** Regions of pools that AWS has a row for, with the regions of the Pinpoint projects they may send to. */
const projects: Readonly<Record<string, readonly string[]>> = {
  "us-east-1": ["us-east-1"],
  "us-east-2": ["us-east-1"],
  "ap-northeast-1": ["us-east-1"],
  "ap-northeast-2": ["us-east-1"],
  "ap-southeast-1": ["us-east-1"],
  "ca-central-1": ["us-east-1"],
  "eu-west-2": ["us-east-1"],
  "us-west-2": ["us-east-1", "us-west-2"],
  "ap-south-1": ["us-east-1", "ap-south-1"],
  "ap-southeast-2": ["us-east-1", "ap-southeast-2"],
  "eu-central-1": ["us-east-1", "eu-central-1"],
  "eu-west-1": ["us-east-1", "eu-west-1"],
  "eu-south-1": [],
  "me-south-1": [],
};

/** The pool's region is in its id, the project's in its ARN. */
export const analyticsRegionUnsupported: Rule = {
  id: "analytics-region-unsupported",
  summary: "The Pinpoint project is in a region that the pool's region can send to",
  why: "Cognito sends sign-in events only to Pinpoint projects in certain regions: us-east-1, and for some pools their own. AWS's pages do not agree on the own region of every pool, so where they differ this is a warning.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide("cognito-user-pools-pinpoint-integration.html"),
  refusals: [
    {
      exception: "InvalidParameterException",
      message: "The integration with Pinpoint is not supported for the requested … region.",
      blames: ["AnalyticsConfiguration"],
    },
  ],
  fixable: true,
  *check(spec) {
    const pool = spec.string("UserPoolId");
    const arn = spec.nested("AnalyticsConfiguration").string("ApplicationArn");
    if (arn.state !== "known" || pool.state !== "known") return;
    const home = regionOf(pool.value);
    const region = /^arn:[\w-]+:mobiletargeting:([\w-]+):/.exec(arn.value)?.[1];
    const allowed = home === undefined ? undefined : projects[home];
    if (home === undefined || region === undefined || allowed === undefined || allowed.includes(region)) return;
    const where = allowed.length === 0 ? "no Pinpoint project" : `Pinpoint projects in ${allowed.join(" or ")} only`;
    yield {
      span: arn.node.span,
      path: arn.path,
      message: `A pool in ${home} can send to ${where}, and this one is in ${region}. Name another project, or remove AnalyticsConfiguration.`,
      data: { pool: home, project: region },
      related: [{ span: pool.node.span, message: `The pool is in ${home}` }],
      // The request's page allows the pool's own region without exception, the developer guide's table does not.
      ...(region === home && { severity: "warning" as const }),
      fixes: (part) => suggestions(removal(part, spec, "AnalyticsConfiguration")),
    };
  },
};
