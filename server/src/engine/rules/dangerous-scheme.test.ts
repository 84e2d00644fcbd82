import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("dangerous-scheme", {
  accept: [
    { why: "a scheme of one's own", yaml: "CallbackURLs: ['myapp://cb', 'javascripts://x']" },
    { why: "javascript in a path", yaml: "CallbackURLs: ['https://a.example/javascript:']" },
  ],
  reject: [
    {
      yaml: "CallbackURLs: ['https://a.example', ‹'javascript:alert(1)'›]\n",
      message: /A javascript: URL leads nowhere/,
      severity: "warning",
      preset: "recommended",
      fixes: [
        { title: "Remove this URL", safe: false, yaml: "CallbackURLs: ['https://a.example']\n" },
        {
          title: "Use https://example.com/callback",
          safe: false,
          yaml: "CallbackURLs: ['https://a.example', 'https://example.com/callback']\n",
        },
      ],
    },
    { yaml: "LogoutURLs: [‹'DATA:text/html,x'›]", fixes: [{ title: "Use https://example.com/callback", safe: false }] },
    {
      why: "the default redirect follows",
      yaml: "CallbackURLs: ['https://a.example', ‹'vbscript:x'›]\nDefaultRedirectURI: 'vbscript:x'",
      fixes: [{ title: "Use https://example.com/callback", safe: false }],
    },
  ],
});
