import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const facts = factsWith({
  clients: [
    { id: "1a", name: "web" },
    { id: "2b", name: "twice" },
    { id: "3c", name: "twice" },
  ],
});

testRule("client-name-duplicate", {
  accept: [
    { why: "a new name", yaml: onPool("ClientName: app"), facts },
    { why: "letter case makes another name", yaml: onPool("ClientName: Web"), facts },
    { why: "an update of the very app client", yaml: onPool("ClientId: 1a\nClientName: web"), facts },
    {
      why: "the pool has this very app client, and its twin, under ids that are linked",
      yaml: onPool("ClientName: twice"),
      facts: { ...facts, itself: ["2b", "3c"] },
    },
    { why: "an update whose app client cannot be known", yaml: onPool("ClientId: '${id}'\nClientName: web"), facts },
    { why: "no name", yaml: onPool("GenerateSecret: true"), facts },
    { why: "a name that cannot be known", yaml: onPool("ClientName: '${stage}-web'"), facts },
    { why: "the app clients are not known", yaml: onPool("ClientName: web"), facts: factsWith({}) },
    { why: "no facts", yaml: onPool("ClientName: web") },
  ],
  reject: [
    {
      why: "accepted, but worth knowing",
      yaml: onPool("ClientName: ‹web›\n"),
      json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "ClientName": ‹"web"› }',
      facts,
      message: "The pool has an app client web already (1a).",
      severity: "info",
      fixes: [],
    },
    {
      why: "two of them",
      yaml: onPool("ClientName: ‹twice›\n"),
      facts,
      message: "The pool has 2 app clients twice already.",
    },
    {
      why: "an update that takes another's name",
      yaml: onPool("ClientId: 1a\nClientName: ‹twice›\n"),
      facts,
      message: "The pool has 2 app clients twice already.",
    },
    {
      why: "one of two is the app client itself",
      yaml: onPool("ClientName: ‹twice›\n"),
      facts: { ...facts, itself: ["2b"] },
      message: "The pool has an app client twice already (3c).",
    },
    {
      why: "an update of one of two",
      yaml: onPool("ClientId: 2b\nClientName: ‹twice›\n"),
      facts,
      message: "The pool has an app client twice already (3c).",
    },
  ],
});
