import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (...urls: string[]) => `CallbackURLs: [${urls.join(", ")}]`;
const long = `https://example.com/${"a".repeat(1004)}`;

testRule("redirect-url-format", {
  accept: [
    { why: "ordinary URLs", yaml: at("https://example.com/callback", "http://localhost:3000", "myapp://signed-in") },
    { why: "non-ASCII letters are legal", yaml: at("https://exämple.com/日本") },
    { why: "1024 characters", yaml: at(long) },
    { why: "commas belong to URLs", yaml: "CallbackURLs: ['https://example.com/a,b']" },
    { why: "no URLs at all", yaml: "CallbackURLs: []\nLogoutURLs: []" },
    { why: "a template", yaml: "CallbackURLs: ['${URL} x']" },
    {
      why: "a default that is among the callbacks",
      yaml: `${at("https://a.example")}\nDefaultRedirectURI: https://a.example`,
    },
  ],
  reject: [
    {
      yaml: "CallbackURLs: [‹'https://a.example/a b'›]",
      fixes: [
        { title: "Use https://a.example/ab", safe: false },
        { title: "Use https://a.example/a%20b", safe: false },
        { title: "Remove this item", safe: false },
      ],
    },
    {
      why: "a space at the end is trimmed",
      yaml: 'CallbackURLs:\n  - ‹"https://a.example "› # home\n',
      json: '{ "CallbackURLs": [‹"https://a.example "›] }',
      message: /^A URL in CallbackURLs "https:\/\/a.example " contains a space; .* Remove white space, or write %20/,
      fixes: [
        {
          title: "Use https://a.example",
          safe: true,
          yaml: 'CallbackURLs:\n  - "https://a.example" # home\n',
          json: '{ "CallbackURLs": ["https://a.example"] }',
        },
      ],
    },
    {
      why: "trimmed, it would repeat another",
      yaml: at("https://a.example", "‹' https://a.example'›"),
      fixes: [{ title: "Remove this repetition", safe: true, yaml: at("https://a.example") }],
    },
    {
      why: "an empty item",
      yaml: at("https://a.example", "‹''›"),
      message: "A URL in CallbackURLs is empty. Remove it, or write the URL.",
      fixes: [{ title: "Remove the empty item", safe: true, yaml: at("https://a.example") }],
    },
    {
      why: "nothing but spaces",
      yaml: at("‹'  '›"),
      fixes: [{ title: "Remove the empty item", safe: true, yaml: "CallbackURLs: []" }],
    },
    {
      why: "a space within",
      yaml: at("‹https://a.example/my page›"),
      fixes: [
        { title: "Use https://a.example/mypage", safe: false },
        { title: "Use https://a.example/my%20page", safe: false, yaml: at("https://a.example/my%20page") },
        { title: "Remove this item", safe: false },
      ],
    },
    {
      why: "two URLs in one item",
      yaml: "CallbackURLs: [‹'https://a.example, https://b.example'›]",
      fixes: [
        {
          title: "Split into https://a.example and https://b.example",
          safe: false,
          yaml: "CallbackURLs: ['https://a.example', 'https://b.example']",
        },
        { title: "Remove this item", safe: false },
      ],
    },
    {
      why: "two URLs, one of which is there",
      yaml: "LogoutURLs: ['https://a.example', ‹'https://a.example https://b.example'›]",
      message: /^A URL in LogoutURLs/,
      fixes: [
        { title: /^Split/, safe: false, yaml: "LogoutURLs: ['https://a.example', 'https://b.example']" },
        { title: "Remove this item", safe: false },
      ],
    },
    { why: "a line break", yaml: 'LogoutURLs: [‹"https://a.example/\\n"›]', message: /a line break/ },
    { why: "an invisible character", yaml: 'LogoutURLs: [‹"https://a.example/\\u200b"›]', message: /U\+200B/ },
    {
      why: "1025 characters",
      yaml: at(`‹${long}a›`),
      message: /1025 characters, and 1024 are the most. Use a shorter URL/,
    },
    {
      why: "a default beside its callback",
      yaml: `${at("https://a.example")}\nDefaultRedirectURI: ‹"https://a.example "›`,
      also: ["default-redirect-not-in-callbacks"],
      message: /^DefaultRedirectURI "https/,
      fixes: [
        {
          title: "Use https://a.example",
          safe: true,
          yaml: `${at("https://a.example")}\nDefaultRedirectURI: "https://a.example"`,
        },
        { title: "Remove DefaultRedirectURI", safe: false },
      ],
    },
    {
      why: "a default beside its callback and another",
      yaml: `${at("https://b.example", "https://a.example")}\nDefaultRedirectURI: ‹"https://a.example "›`,
      also: ["default-redirect-not-in-callbacks"],
      fixes: [
        { title: "Use https://a.example", safe: true },
        { title: "Remove DefaultRedirectURI", safe: false },
      ],
    },
    {
      why: "the same slip in both is told once",
      yaml: "CallbackURLs: [‹'https://a.example '›]\nDefaultRedirectURI: 'https://a.example '",
      fixes: [
        {
          title: "Use https://a.example",
          safe: true,
          yaml: "CallbackURLs: ['https://a.example']\nDefaultRedirectURI: 'https://a.example'",
        },
      ],
    },
    {
      why: "and stays equal whatever the repair",
      yaml: "ClientName: x\nCallbackURLs: [‹'https://a.example https://b.example'›]\nDefaultRedirectURI: 'https://a.example https://b.example'\n",
      fixes: [
        { title: "Use https://a.examplehttps://b.example", safe: false },
        { title: "Use https://a.example%20https://b.example", safe: false },
        { title: "Remove this item", safe: false, yaml: "ClientName: x\nCallbackURLs: []\n" },
      ],
    },
    {
      why: "a default without callbacks",
      yaml: "DefaultRedirectURI: ‹''›",
      also: ["default-redirect-not-in-callbacks"],
      fixes: [{ title: "Remove DefaultRedirectURI", safe: false }],
    },
    {
      why: "a default that no callback is like",
      yaml: "CallbackURLs: [https://a.example]\nDefaultRedirectURI: ‹' https://b.example'›",
      also: ["default-redirect-not-in-callbacks"],
      fixes: [{ title: "Remove DefaultRedirectURI", safe: false }],
    },
    {
      why: "spaces around it and within",
      yaml: at("‹' https://a.example/x y '›"),
      fixes: [
        { title: "Use https://a.example/xy", safe: false },
        { title: "Use https://a.example/x%20y", safe: false },
        { title: "Remove this item", safe: false },
      ],
    },
    {
      why: "a tab has no encoding to offer",
      yaml: 'CallbackURLs: [‹"https://a.example/x\\ty z"›]',
      fixes: [
        { title: "Use https://a.example/xyz", safe: false },
        { title: "Remove this item", safe: false },
      ],
    },
    {
      why: "a default that is another callback stays",
      yaml: "CallbackURLs: [https://b.example, ‹' https://a.example'›]\nDefaultRedirectURI: https://b.example\n",
      fixes: [
        {
          title: "Use https://a.example",
          safe: true,
          yaml: "CallbackURLs: [https://b.example, 'https://a.example']\nDefaultRedirectURI: https://b.example\n",
        },
      ],
    },
    {
      why: "also when an item goes",
      yaml: "CallbackURLs: [https://b.example, ‹''›]\nDefaultRedirectURI: https://b.example\n",
      fixes: [
        {
          title: "Remove the empty item",
          safe: true,
          yaml: "CallbackURLs: [https://b.example]\nDefaultRedirectURI: https://b.example\n",
        },
      ],
    },
    {
      why: "a logout URL like the default is no callback",
      yaml: "CallbackURLs: [https://b.example]\nLogoutURLs: [‹' https://c.example'›]\nDefaultRedirectURI: ‹' https://c.example'›\n",
      also: ["default-redirect-not-in-callbacks"],
      fixes: [
        {
          title: "Use https://c.example",
          safe: true,
          yaml: "CallbackURLs: [https://b.example]\nLogoutURLs: ['https://c.example']\nDefaultRedirectURI: ' https://c.example'\n",
        },
      ],
    },
  ],
});
