import { documentation } from "../catalogue/links.ts";
import type { SpecNode } from "../document/node.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { spanWithTag } from "../lint/fixes/template-edits.ts";
import type { Report, Rule } from "../lint/rule.ts";
import { deployText } from "../reading/deploy-text.ts";
import { changeUrl, unusualUrls } from "../reading/redirect-urls.ts";
import type { Spec } from "../reading/spec.ts";
import { readUrl, type Url } from "../reading/url.ts";
import { impossibility } from "../reading/url-slips.ts";

/** Plain http is for the developer's own machine; the whole host decides, not how it begins. */
export const urlHttpNotLoopback: Rule = {
  id: "url-http-not-loopback",
  summary: "http is only for localhost, 127.0.0.1 and [::1]; every other URL needs https",
  why: "Over plain http anybody on the way can read the code or the tokens that the redirect carries. Cognito refuses http except for the three loopback hosts `localhost`, `127.0.0.1` and `[::1]`, on any port.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("CallbackURLs"),
  refusals: [{ exception: "InvalidParameterException", message: "… cannot use the HTTP protocol." }],
  fixable: true,
  *check(spec) {
    yield* symbolic(spec);
    for (const found of unusualUrls(spec)) {
      const { url, node, path } = found;
      if (url.scheme !== "http" || url.isLoopback) continue;
      const host = url.host ?? "";
      yield {
        span: node.span,
        path,
        message: `Cognito refuses http${host ? ` for ${host}` : " without a host"}: only localhost, 127.0.0.1 and [::1] may be reached without encryption. Use https.`,
        data: { url: url.text, host },
        fixes: (part) => {
          const text = encrypted(url);
          return suggestions(
            text === undefined ? undefined : { title: `Use ${text}`, edits: changeUrl(part, spec, found, text) },
          );
        },
      };
    }
  },
};

/** The same address over https; one with too few or too many slashes gets its two, and may turn out to be loopback. */
function encrypted(url: Url): string | undefined {
  // A colon in the middle of https, a scheme that stands there twice: impossible-url knows what was meant.
  const meant = impossibility(url)?.meant[0];
  if (meant !== undefined) return meant;
  const address = url.text.slice("http:".length).replace(/^\/+/, "");
  const { host, isLoopback } = readUrl(`//${address}`);
  return host === undefined ? undefined : `${isLoopback ? "http" : "https"}://${address}`;
}

/** A host that AWS gives or ends in a name that is written out is no loopback; what else the deploy fills in may be one. */
function* symbolic(spec: Spec): Generator<Report> {
  for (const list of [spec.callbacks, spec.list("LogoutURLs")])
    for (const { node, path } of list.state === "known" ? list.value.symbols : []) {
      const host = foreignHost(spec, node);
      if (host === undefined) continue;
      yield {
        span: spanWithTag(node),
        path,
        message: `Cognito refuses http for ${host}: only localhost, 127.0.0.1 and [::1] may be reached without encryption. Use https.`,
        data: { host },
      };
    }
}

function foreignHost(spec: Spec, node: SpecNode): string | undefined {
  const text = deployText(spec, node) ?? "";
  // A name of the stack or region has neither dot, colon nor slash in it.
  const [, named, domain = ""] =
    /^http:\/\/(\$\{AWS::(?:StackName|Region|AccountId)\}\.([a-z0-9.-]+))(?:\/|$)/i.exec(text) ?? [];
  const [, given, id = "", attribute = ""] = /^http:\/\/(\$\{(\w+)\.(\w+)\})(?:\/|:\d+(?:\/|$)|$)/.exec(text) ?? [];
  const type = spec.template?.site.view.resources.get(id)?.type ?? "";
  if (/[a-z]/i.test(domain)) return named;
  return HOSTS[type]?.includes(attribute) ? given : undefined;
}

/** Attributes that are names in AWS's own domains. */
const HOSTS: Readonly<Record<string, readonly string[]>> = {
  "AWS::CloudFront::Distribution": ["DomainName"],
  "AWS::ElasticLoadBalancing::LoadBalancer": ["DNSName"],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": ["DNSName"],
  "AWS::S3::Bucket": ["DomainName", "RegionalDomainName", "DualStackDomainName"],
};
