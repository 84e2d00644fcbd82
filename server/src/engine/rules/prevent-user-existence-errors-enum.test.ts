import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (value: string) => `ClientName: web\nPreventUserExistenceErrors: ${value}`;

testRule("prevent-user-existence-errors-enum", {
  accept: [
    { why: "ENABLED", yaml: at("ENABLED") },
    { why: "LEGACY", yaml: at("LEGACY") },
    { why: "a template", yaml: at("${MODE}") },
    { why: "a boolean is wrong-type's", yaml: at("true"), also: ["wrong-type"] },
    { why: "absent", yaml: "ClientName: web" },
  ],
  reject: [
    ...(
      [
        ["'true'", "ENABLED"],
        ["yes", "ENABLED"],
        ["on", "ENABLED"],
        ["enabled", "ENABLED"],
        ["ENABLE", "ENABLED"],
        ["ENABELD", "ENABLED"],
        ["DISABLED", "LEGACY"],
        ["disable", "LEGACY"],
        ["'false'", "LEGACY"],
        ["no", "LEGACY"],
        ["off", "LEGACY"],
        ["Legacy", "LEGACY"],
      ] as const
    ).map(([wrong, right]) => ({
      why: wrong,
      yaml: at(`‹${wrong}›`),
      message: new RegExp(`takes ENABLED or LEGACY only, spelt exactly so. Write ${right}\\.`),
      fixes: [
        { title: `Use ${right}`, safe: wrong !== "ENABELD", yaml: at(wrong.startsWith("'") ? `'${right}'` : right) },
      ],
    })),
    {
      why: "in JSON",
      yaml: at("‹DISABLED›"),
      json: '{ "PreventUserExistenceErrors": ‹"DISABLED"› }',
      fixes: [{ title: "Use LEGACY", safe: true, json: '{ "PreventUserExistenceErrors": "LEGACY" }' }],
    },
    {
      yaml: at("‹STRICT›"),
      message: /Choose one of them/,
      fixes: [
        { title: "Use ENABLED", safe: false },
        { title: "Use LEGACY", safe: false },
      ],
    },
  ],
});
