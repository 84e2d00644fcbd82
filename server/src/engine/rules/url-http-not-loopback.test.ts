import { testRule } from "../../../../test/support/rule-tester.ts";

const accepted: [why: string, url: string][] = [
  ["localhost", "http://localhost"],
  ["localhost with port, path and query", "http://localhost:3000/x?y=z"],
  ["127.0.0.1: a live test took it, and the newest text names it", "http://127.0.0.1:1"],
  ["[::1]: the newest text names it", "http://[::1]:1"],
  ["capitals in the host make no other host (RFC 3986)", "http://LOCALHOST:3000"],
  ["capitals in the scheme, either", "HTTP://localhost"],
  ["a custom scheme", "myapp://example"],
  ["https", "https://example.com"],
  ["HTTPS", "HTTPS://example.com"],
  ["a user before the loopback host is credentials-in-url's", "http://me@localhost:3000"],
  ["a template", "http://${host}/cb"],
];

const refused: [why: string, url: string, fixed: string | undefined][] = [
  ["a site", "http://example.com/cb", "https://example.com/cb"],
  ["a host that begins like localhost", "http://localhost.com/", "https://localhost.com/"],
  ["localhost as the user of another host", "http://localhost@evil.example", "https://localhost@evil.example"],
  ["localhost and a port as the user", "http://localhost:3000@evil.example", "https://localhost:3000@evil.example"],
  ["localhost with a port that is none", "http://localhost:3000.evil.example", "https://localhost:3000.evil.example"],
  ["a subdomain of localhost (inferred)", "http://app.localhost:3000", "https://app.localhost:3000"],
  ["another loopback address (inferred)", "http://127.0.0.2", "https://127.0.0.2"],
  ["an address that begins like loopback", "http://127.0.0.1.example", "https://127.0.0.1.example"],
  ["any address (inferred)", "http://0.0.0.0:8080", "https://0.0.0.0:8080"],
  ["the local network", "http://192.168.1.10:3000", "https://192.168.1.10:3000"],
  ["another IPv6 address", "http://[::2]", "https://[::2]"],
  ["an S3 website", "http://x.s3-website-eu-west-1.amazonaws.com", "https://x.s3-website-eu-west-1.amazonaws.com"],
  ["capitals", "HTTP://Example.com", "https://Example.com"],
  ["one slash", "http:/x", "https://x"],
  ["three slashes", "http:///x/y", "https://x/y"],
  ["no slash, loopback after all", "http:localhost:3000/cb", "http://localhost:3000/cb"],
  ["no host", "http://", undefined],
  ["a port without a host", "http://:3000", undefined],
];

testRule("url-http-not-loopback", {
  accept: [
    ...accepted.map(([why, url]) => ({ why, yaml: `CallbackURLs: ["${url}"]\nLogoutURLs: ["${url}"]` })),
    { why: "no URLs", yaml: "ClientName: a" },
    {
      why: "white space is redirect-url-format's",
      yaml: "CallbackURLs: ['http://a b']",
      also: ["redirect-url-format"],
    },
  ],
  reject: [
    ...refused.map(([why, url, fixed]) => ({
      why,
      yaml: `CallbackURLs: ["https://a.example", ‹"${url}"›] # two\nLogoutURLs: [‹"${url}"›]\n`,
      severity: "error" as const,
      fixes:
        fixed === undefined
          ? []
          : [
              {
                title: `Use ${fixed.replace(":3000@", ":(not shown)@")}`,
                safe: false,
                yaml: `CallbackURLs: ["https://a.example", "${fixed}"] # two\nLogoutURLs: ["${url}"]\n`,
              },
            ],
    })),
    {
      why: "names the host",
      yaml: "CallbackURLs:\n  - ‹http://Example.com:80/cb›\n",
      json: '{"CallbackURLs": [‹"http://Example.com:80/cb"›]}',
      message: "Cognito refuses http for example.com: only",
      fixes: [
        {
          title: "Use https://Example.com:80/cb",
          safe: false,
          yaml: "CallbackURLs:\n  - https://Example.com:80/cb\n",
          json: '{"CallbackURLs": ["https://Example.com:80/cb"]}',
        },
      ],
    },
    { why: "says that there is no host", yaml: "LogoutURLs: [‹http:/x›]", message: "refuses http without a host:" },
    {
      why: "the default redirect follows its callback",
      yaml: "CallbackURLs: [‹http://a.example›]\nDefaultRedirectURI: http://a.example\n",
      fixes: [
        {
          title: "Use https://a.example",
          safe: false,
          yaml: "CallbackURLs: [https://a.example]\nDefaultRedirectURI: https://a.example\n",
        },
      ],
    },
    {
      why: "a sign-out URL changes alone",
      yaml: "CallbackURLs: [‹http://a.example›]\nLogoutURLs: [‹http://b.example›]\nDefaultRedirectURI: http://a.example\n",
    },
    {
      why: "another default stays",
      yaml: "CallbackURLs: [https://b.example, ‹http://a.example›]\nDefaultRedirectURI: https://b.example\n",
      fixes: [
        {
          title: "Use https://a.example",
          safe: false,
          yaml: "CallbackURLs: [https://b.example, https://a.example]\nDefaultRedirectURI: https://b.example\n",
        },
      ],
    },
    {
      why: "a default whose callbacks cannot be known is judged by itself",
      yaml: "CallbackURLs: !Ref Urls\nDefaultRedirectURI: ‹http://a.example›\n",
      only: "yaml",
      fixes: [
        {
          title: "Use https://a.example",
          safe: false,
          yaml: "CallbackURLs: !Ref Urls\nDefaultRedirectURI: https://a.example\n",
        },
      ],
    },
    {
      why: "a default beside a callback that cannot be known",
      yaml: "CallbackURLs: ['${url}', https://b.example]\nDefaultRedirectURI: ‹http://a.example›\n",
    },
    {
      why: "a default that is a known one of such callbacks is reported there only",
      yaml: "CallbackURLs: ['${url}', ‹http://a.example›]\nDefaultRedirectURI: http://a.example\n",
    },
    {
      why: "a default that is its callback's alias follows by itself",
      yaml: "CallbackURLs: [&cb ‹http://a.example›]\nDefaultRedirectURI: *cb\n",
      only: "yaml",
      fixes: [
        {
          title: "Use https://a.example",
          safe: false,
          yaml: "CallbackURLs: [&cb https://a.example]\nDefaultRedirectURI: *cb\n",
        },
      ],
    },
    {
      why: "an alias is not edited behind its back",
      yaml: "DefaultRedirectURI: &cb ‹http://a.example›\nCallbackURLs: [*cb]\n",
      only: "yaml",
      fixes: [],
    },
  ],
});
