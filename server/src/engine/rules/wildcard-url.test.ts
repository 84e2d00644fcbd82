import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("wildcard-url", {
  accept: [
    { why: "a star in a query is a value", yaml: "CallbackURLs: ['https://a.example/cb?q=*']" },
    { why: "no star", yaml: "CallbackURLs: ['https://a.example/cb']\nLogoutURLs: ['https://a.example']" },
    { why: "a template", yaml: "CallbackURLs: ['https://*.${DOMAIN}/cb']" },
    {
      why: "a default redirect repeats a callback",
      yaml: "DefaultRedirectURI: https://a.example\nCallbackURLs: [https://a.example]",
    },
  ],
  reject: [
    {
      why: "never matched (next-auth#8043)",
      yaml: "CallbackURLs: ['https://a.example', ‹'https://*.example.com/cb'›]\nLogoutURLs: [‹'https://a.example/*'›]",
      message: /character by character/,
      severity: "warning",
      preset: "recommended",
    },
    { why: "before the query", yaml: "CallbackURLs: [‹'https://a.example/*?x=1'›]" },
    { why: "a scheme of one's own", yaml: "CallbackURLs: [‹'myapp://*'›]" },
    { why: "before the fragment", yaml: "LogoutURLs: [‹'https://a.example/*#x'›]", also: ["url-fragment"] },
  ],
});
