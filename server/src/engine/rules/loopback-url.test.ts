import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("loopback-url", {
  accept: [
    { why: "https anywhere", yaml: "CallbackURLs: ['https://localhost:3000', 'https://a.example']" },
    {
      why: "another host is an error of its own",
      yaml: "CallbackURLs: ['http://localhost.com']",
      also: ["url-http-not-loopback"],
    },
    {
      why: "native applications listen on loopback (RFC 8252, section 7.3)",
      yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: ['http://127.0.0.1:8400/cb']",
    },
  ],
  reject: [
    {
      yaml: "CallbackURLs: [‹'http://localhost:3000/x'›, ‹'http://127.0.0.1'›, ‹'http://[::1]:1'›]",
      severity: "info",
      message: /for development/,
    },
    {
      why: "next to the production URL in every tenth definition: a hint",
      yaml: "CallbackURLs: [https://a.example]\nLogoutURLs: [‹'http://LOCALHOST'›]",
      severity: "hint",
      preset: "recommended",
    },
  ],
});
