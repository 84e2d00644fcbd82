import { testRule } from "../../../../test/support/rule-tester.ts";

const mended: [url: string, fixed: string, message: RegExp][] = [
  ["https://https://app.example/cb", "https://app.example/cb", /scheme twice/],
  ["https://http//localhost:3000", "http://localhost:3000", /scheme twice/],
  ["htps://app.example", "https://app.example", /almost https/],
  ["httpss://app.example", "https://app.example", /almost https/],
  ["ttps://app.example", "https://app.example", /almost https/],
  ["htpp://localhost:3000", "http://localhost:3000", /almost https/],
];

testRule("impossible-url", {
  accept: [
    { why: "whole addresses", yaml: "CallbackURLs: ['https://a.example/cb', 'http://localhost:3000', 'myapp://cb']" },
    {
      why: "an address in a query",
      yaml: "CallbackURLs: ['https://a.example/cb?to=https://b.example,https://c.example']",
    },
    { why: "a comma in a path", yaml: "LogoutURLs: ['https://a.example/a,b;c']" },
    {
      why: "a page of that name",
      yaml: "LogoutURLs: ['https://a.example/undefined-behaviour', 'https://null.example']",
    },
    { why: "a scheme of one's own", yaml: "CallbackURLs: ['httpclient://cb', 'http3+x://cb']" },
    { why: "templates", yaml: "CallbackURLs: ['https://${HOST}/undefined/cb']" },
  ],
  reject: [
    ...mended.map(([url, fixed, message]) => ({
      why: url,
      yaml: `CallbackURLs: [‹"${url}"›]\n`,
      message,
      severity: "warning" as const,
      fixes: [{ title: `Use ${fixed}`, safe: false, yaml: `CallbackURLs: ["${fixed}"]\n` }],
    })),
    {
      why: "a colon within the scheme",
      yaml: "CallbackURLs: [‹'http:s//app.example/cb'›]\n",
      also: ["url-http-not-loopback"],
      fixes: [{ title: "Use https://app.example/cb", safe: false, yaml: "CallbackURLs: ['https://app.example/cb']\n" }],
    },
    {
      why: "two in one item",
      yaml: "CallbackURLs:\n  - ‹https://a.example/cb,https://b.example/cb›\n",
      message: /several addresses/,
      fixes: [
        {
          title: "Split into https://a.example/cb and https://b.example/cb",
          safe: false,
          yaml: "CallbackURLs:\n  - https://a.example/cb\n  - https://b.example/cb\n",
        },
      ],
    },
    ...["https://undefined/cb", "https://null", "https://undefined.example/cb", "https://a.example/undefined/cb"].map(
      (url) => ({
        why: url,
        yaml: `CallbackURLs: [‹"${url}"›]\n`,
        message: /variable without a value/,
        fixes: [],
      }),
    ),
    {
      why: "the default redirect follows",
      yaml: "CallbackURLs: [‹htps://a.example/cb›]\nDefaultRedirectURI: htps://a.example/cb\n",
      fixes: [
        {
          title: "Use https://a.example/cb",
          safe: false,
          yaml: "CallbackURLs: [https://a.example/cb]\nDefaultRedirectURI: https://a.example/cb\n",
        },
      ],
    },
  ],
});
