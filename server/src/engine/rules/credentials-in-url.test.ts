import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("credentials-in-url", {
  accept: [
    { why: "an @ in the path", yaml: "CallbackURLs: ['https://a.example/@me']" },
    { why: "an @ in the query", yaml: "CallbackURLs: ['https://a.example?u=a:b@c']" },
    { why: "another scheme means it otherwise", yaml: "CallbackURLs: ['myapp://user@host']" },
  ],
  reject: [
    {
      yaml: "CallbackURLs:\n  - ‹https://user:hunter2@a.example/cb›\nDefaultRedirectURI: https://user:hunter2@a.example/cb\n",
      json: '{"CallbackURLs":[‹"https://user:hunter2@a.example/cb"›],"DefaultRedirectURI":"https://user:hunter2@a.example/cb"}',
      message: /goes to a\.example in any case/,
      severity: "warning",
      preset: "recommended",
      fixes: [
        {
          title: "Remove what stands before the @",
          safe: false,
          yaml: "CallbackURLs:\n  - https://a.example/cb\nDefaultRedirectURI: https://a.example/cb\n",
          json: '{"CallbackURLs":["https://a.example/cb"],"DefaultRedirectURI":"https://a.example/cb"}',
        },
      ],
    },
    {
      why: "the password is not repeated",
      yaml: "LogoutURLs: [‹'https://user:hunter2@a.example'›]",
      message: /^((?!hunter2|user:).)*$/,
    },
    {
      why: "looks like localhost, goes elsewhere",
      yaml: "CallbackURLs: [‹'https://localhost@evil.example'›]",
      message: /goes to evil\.example/,
    },
  ],
});
