import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("url-fragment", {
  accept: [
    { why: "an encoded # is no fragment", yaml: "CallbackURLs: [https://a.example/%23]" },
    { why: "no URLs", yaml: "ClientName: a" },
    { why: "a template", yaml: "CallbackURLs: ['https://a.example/#${x}']" },
    {
      why: "with nothing but a fragment, the missing scheme is the point",
      yaml: "CallbackURLs: ['#top']",
      also: ["url-missing-scheme"],
    },
    {
      why: "white space is redirect-url-format's",
      yaml: "CallbackURLs: ['https://a #b']",
      also: ["redirect-url-format"],
    },
  ],
  reject: [
    { yaml: "CallbackURLs: [‹'myapp://cb#x'›]\n", fixes: [{ title: "Use myapp://cb", safe: false }] },
    {
      why: "a callback",
      yaml: "CallbackURLs:\n  - ‹'https://a.example/cb#frag'› # spa\n",
      json: '{"CallbackURLs": [‹"https://a.example/cb#frag"›]}',
      message: /ends in #frag\. Remove it/,
      severity: "error",
      fixes: [
        {
          title: "Use https://a.example/cb",
          safe: false,
          yaml: "CallbackURLs:\n  - 'https://a.example/cb' # spa\n",
          json: '{"CallbackURLs": ["https://a.example/cb"]}',
        },
      ],
    },
    {
      why: "an empty fragment, and one with another #",
      yaml: "CallbackURLs: [‹'https://a.example/#'›, ‹'https://b.example/?x#y#z'›]\n",
    },
    { why: "of a custom scheme", yaml: "CallbackURLs: [‹'myapp://cb#x'›]\n", severity: "error" },
    {
      why: "in a sign-out URL it is unverified, so a warning",
      yaml: "LogoutURLs: [‹'https://a.example/#/bye'›]\n",
      message: /^The fragment #\/bye does not reach a server/,
      severity: "warning",
      fixes: [{ title: "Use https://a.example/", safe: false, yaml: "LogoutURLs: ['https://a.example/']\n" }],
    },
    {
      why: "the default redirect follows",
      yaml: "CallbackURLs: [‹'https://a.example/#x'›]\nDefaultRedirectURI: 'https://a.example/#x'\n",
      fixes: [
        {
          title: "Use https://a.example/",
          safe: false,
          yaml: "CallbackURLs: ['https://a.example/']\nDefaultRedirectURI: 'https://a.example/'\n",
        },
      ],
    },
    {
      why: "a default whose callbacks cannot be known",
      yaml: "CallbackURLs: ['${url}']\nDefaultRedirectURI: ‹'https://a.example/#x'›\n",
      severity: "error",
    },
  ],
});
