import { testRule } from "../../../../test/support/rule-tester.ts";

const urls = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `https://example.com/${from + index}`);
const at = (items: readonly string[]) => `CallbackURLs: [${items.join(", ")}]`;

testRule("callback-urls-max", {
  accept: [
    { why: "100 is the quota", yaml: at(urls(100)) },
    { why: "0 items are legal", yaml: at([]) },
    { why: "what cannot be known may be nothing", yaml: at([...urls(100), "!Ref Url"]), only: "yaml" },
  ],
  reject: [
    {
      yaml: at([...urls(100), "‹https://example.com/100›"]),
      message: /^CallbackURLs has 101 URLs, but AWS takes 100 at most.*Remove 1, or divide them/,
      fixes: [{ title: "Remove all but the first 100", safe: false, yaml: at(urls(100)) }],
    },
    {
      why: "repetitions count",
      yaml: at([...urls(100), "‹https://example.com/0›", "https://example.com/1"]),
      message: /Remove 2/,
      fixes: [
        { title: "Remove the items that stand there twice", safe: true, yaml: at(urls(100)) },
        { title: "Remove all but the first 100", safe: false },
      ],
    },
  ],
});
