import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("custom-scheme-url", {
  accept: [
    { why: "a claimed https link", yaml: "CallbackURLs: ['https://a.example/cb']" },
    { why: "loopback", yaml: "CallbackURLs: ['http://localhost:3000']" },
    { why: "a forgotten scheme has a rule of its own", yaml: "CallbackURLs: ['localhost:3000']" },
    {
      why: "no scheme at all is an error of its own",
      yaml: "CallbackURLs: ['a.example/cb']",
      also: ["url-missing-scheme"],
    },
    { why: "a dangerous scheme has a rule of its own", yaml: "CallbackURLs: ['javascript:void(0)']" },
  ],
  reject: [
    {
      yaml: "CallbackURLs: [‹'myapp://callback'›, ‹'com.example.app:/cb'›]",
      message: /the scheme myapp:/,
      severity: "info",
    },
    {
      why: "supported by AWS: a hint",
      yaml: "LogoutURLs: [‹'myapp://signout'›]",
      severity: "hint",
      preset: "recommended",
    },
  ],
});
