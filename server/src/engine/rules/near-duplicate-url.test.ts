import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("near-duplicate-url", {
  accept: [
    { why: "different paths", yaml: "CallbackURLs: ['https://a.example/x', 'https://a.example/y']" },
    { why: "the case of a path counts", yaml: "CallbackURLs: ['https://a.example/X', 'https://a.example/x']" },
    { why: "different ports", yaml: "CallbackURLs: ['https://a.example:1', 'https://a.example:2']" },
    {
      why: "different queries",
      yaml: "CallbackURLs: ['https://a.example/?a', 'https://a.example/?b', 'https://a.example/']",
    },
    { why: "different schemes", yaml: "CallbackURLs: ['http://localhost', 'https://localhost']" },
    { why: "a different scheme of one's own", yaml: "CallbackURLs: ['myapp://x', 'myapp2://x', 'myapp:x']" },
    { why: "a path and a query", yaml: "CallbackURLs: ['myapp:x', 'myapp:?x']" },
    { why: "other lists", yaml: "CallbackURLs: ['https://a.example/']\nLogoutURLs: ['https://a.example']" },
    { why: "the very same has a rule of its own", yaml: "CallbackURLs: ['https://a.example', 'https://a.example']" },
    { why: "other users", yaml: "LogoutURLs: ['https://a@a.example', 'https://a.example']" },
  ],
  reject: [
    {
      yaml: "CallbackURLs: ['https://a.example', ‹'https://a.example/'›]",
      message: /only by a trailing slash or by case/,
      severity: "info",
    },
    {
      why: "often on purpose: a hint",
      yaml: "LogoutURLs: ['https://A.example/x', ‹'https://a.example/x/'›]",
      severity: "hint",
      preset: "recommended",
    },
  ],
});
