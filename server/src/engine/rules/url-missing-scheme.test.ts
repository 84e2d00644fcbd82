import { testRule } from "../../../../test/support/rule-tester.ts";

const refused: [url: string, fixed: string | undefined][] = [
  ["example.com/cb", "https://example.com/cb"],
  ["www.example.com", "https://www.example.com"],
  ["//example.com/cb", "https://example.com/cb"],
  ["://example.com", "https://example.com"],
  ["/callback", "https://example.com/callback"],
  ["localhost", "http://localhost"],
  ["127.0.0.1:3000/cb", "http://127.0.0.1:3000/cb"],
  ["[::1]:3000", "http://[::1]:3000"],
  ["3scale.example", "https://3scale.example"],
  ["https//a.example/cb", "https://a.example/cb"],
  ["http//localhost:3000", "http://localhost:3000"],
  ["https;//a.example", "https://a.example"],
  ["localhost5173", undefined],
  ["*.example.com", undefined],
  ["callback", undefined],
  ["undefined/cb", undefined],
  ["#top", undefined],
  ["//", undefined],
  [":", undefined],
];

const warned: [url: string, fixed: string | undefined, message: RegExp][] = [
  ["localhost:3000", "http://localhost:3000", /the scheme "localhost"/],
  ["localhost:3000/cb", "http://localhost:3000/cb", /the scheme "localhost"/],
  ["example.com:8443/cb", "https://example.com:8443/cb", /the scheme "example.com"/],
  ["https://", "https://example.com/callback", /names no host/],
  ["https:///cb", "https://cb", /names no host/],
  ["https:example.com", "https://example.com", /names no host/],
  ["https:/localhost", "https://localhost", /names no host/],
  ["HTTPS:///", "https://example.com/callback", /names no host/],
];

testRule("url-missing-scheme", {
  accept: [
    { why: "https", yaml: "CallbackURLs: [https://a.example]\nLogoutURLs: [https://a.example]" },
    { why: "a custom scheme with two slashes", yaml: "CallbackURLs: ['myapp://example']" },
    { why: "a custom scheme with one slash", yaml: "CallbackURLs: ['com.example.app:/cb']" },
    { why: "a custom scheme without a host", yaml: "CallbackURLs: ['myapp://', 'my-app+x:cb']" },
    {
      why: "http without a host is url-http-not-loopback's",
      yaml: "CallbackURLs: ['http:/x']",
      also: ["url-http-not-loopback"],
    },
    { why: "a loopback host", yaml: "CallbackURLs: ['http://localhost:3000']" },
    { why: "templates", yaml: "CallbackURLs: ['${host}/cb', '$CALLBACK_URL', '<url>', '?']" },
    { why: "an empty item is redirect-url-format's", yaml: "CallbackURLs: ['']", also: ["redirect-url-format"] },
    { why: "white space, too", yaml: "CallbackURLs: [' https://a.example']", also: ["redirect-url-format"] },
    { why: "no URLs", yaml: "ClientName: a" },
  ],
  reject: [
    ...refused.map(([url, fixed]) => ({
      why: url,
      yaml: `CallbackURLs: [‹"${url}"›]\nLogoutURLs: [‹"${url}"›]\n`,
      message: "does not begin with a scheme",
      severity: "error" as const,
      fixes:
        fixed === undefined
          ? []
          : [{ title: `Use ${fixed}`, safe: false, yaml: `CallbackURLs: ["${fixed}"]\nLogoutURLs: ["${url}"]\n` }],
    })),
    ...warned.map(([url, fixed, message]) => ({
      why: url,
      yaml: `CallbackURLs: [‹"${url}"›]\n`,
      message,
      severity: "warning" as const,
      fixes: [{ title: `Use ${fixed}`, safe: false, yaml: `CallbackURLs: ["${fixed}"]\n` }],
    })),
    ...["my_app://cb", "3app://x", "com.my_app://a/b"].map((url) => ({
      why: url,
      yaml: `CallbackURLs: [‹"${url}"›]\n`,
      message: /is no scheme/,
      severity: "warning" as const,
      fixes: [],
    })),
    {
      why: "a wildcard for a port",
      yaml: "CallbackURLs: [‹'localhost:*'›]\n",
      severity: "warning",
      message: /the scheme "localhost"/,
      fixes: [],
    },
    ...[`"'https://a.example/cb'"`, "'`https://a.example/cb`'"].map((quoted) => ({
      why: `quotes within: ${quoted}`,
      yaml: `CallbackURLs: [‹${quoted}›]\n`,
      message: /quotes are part/,
      severity: "error" as const,
      fixes: [{ title: "Use https://a.example/cb", safe: false }],
    })),
    {
      why: "the default redirect follows",
      yaml: "CallbackURLs:\n- ‹a.example/cb›\nDefaultRedirectURI: a.example/cb\n",
      json: '{ "CallbackURLs": [‹"a.example/cb"›], "DefaultRedirectURI": "a.example/cb" }',
      fixes: [
        {
          title: "Use https://a.example/cb",
          safe: false,
          yaml: "CallbackURLs:\n- https://a.example/cb\nDefaultRedirectURI: https://a.example/cb\n",
          json: '{ "CallbackURLs": ["https://a.example/cb"], "DefaultRedirectURI": "https://a.example/cb" }',
        },
      ],
    },
  ],
});
