import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("write-attribute-never-writable", {
  accept: [
    {
      why: "they may be read (pulumi-aws#2868)",
      yaml: "ReadAttributes: [email_verified, phone_number_verified, sub]",
    },
    { why: "others may be written", yaml: "WriteAttributes: [email, phone_number, custom:sub, custom:dev:x]" },
    { why: "a template", yaml: "WriteAttributes: ['${attribute}']" },
    { why: "absent", yaml: "ClientName: a" },
  ],
  reject: [
    {
      why: "each of the three",
      yaml: "WriteAttributes:\n  - email\n  - ‹email_verified› # admin\n  - ‹phone_number_verified›\n  - ‹sub›\n",
      json: '{ "WriteAttributes": ["email", ‹"email_verified"›, ‹"phone_number_verified"›, ‹"sub"›] }',
      message: /^email_verified is set by Cognito alone/,
      severity: "error",
      fixes: [
        {
          title: "Remove email_verified from WriteAttributes",
          safe: false,
          json: '{ "WriteAttributes": ["email", "phone_number_verified", "sub"] }',
        },
      ],
    },
    {
      why: "developer attributes, which nobody has seen refused",
      yaml: "WriteAttributes: [email, ‹dev:custom:tier›]\n",
      message: /^dev:custom:tier is a developer attribute/,
      severity: "warning",
      fixes: [
        { title: "Remove dev:custom:tier from WriteAttributes", safe: false, yaml: "WriteAttributes: [email]\n" },
      ],
    },
    {
      why: "in an update",
      yaml: "ClientId: abc\nWriteAttributes: [‹sub›]\n",
      fixes: [{ title: /^Remove/, safe: false }],
    },
    {
      why: "behind an alias nothing can be fixed here",
      yaml: "ReadAttributes: &a [‹sub›]\nWriteAttributes: *a\n",
      only: "yaml",
      fixes: [],
    },
  ],
});
