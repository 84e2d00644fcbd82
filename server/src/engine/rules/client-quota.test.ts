import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const having = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `id${index}`, name: `name${index}` }));

testRule("client-quota", {
  accept: [
    { why: "room for one more", yaml: onPool("ClientName: a"), facts: factsWith({ clients: having(999) }) },
    {
      why: "a higher quota is known",
      yaml: onPool("ClientName: a"),
      facts: factsWith({ clients: having(1999), clientQuota: 2000 }),
    },
    { why: "an update adds none", yaml: onPool("ClientId: abc"), facts: factsWith({ clients: having(10_000) }) },
    {
      why: "the pool has this very app client: none is added",
      yaml: onPool("ClientName: a"),
      facts: factsWith({ clients: having(1000), clientQuota: 1000, itself: ["id1"] }),
    },
    { why: "the app clients are not known", yaml: onPool("ClientName: a"), facts: factsWith({ clientQuota: 0 }) },
    { why: "no facts", yaml: onPool("ClientName: a") },
  ],
  reject: [
    {
      why: "a full pool, if the quota was never raised",
      yaml: onPool("ClientName: a\n").replace("UserPoolId", "‹UserPoolId›"),
      facts: factsWith({ clients: having(1000) }),
      message: "The pool has 1,000 app clients, and the quota is 1,000 unless AWS has raised it.",
      severity: "warning",
      fixes: [],
    },
    {
      why: "one short of the most",
      yaml: onPool("ClientName: a\n").replace("UserPoolId", "‹UserPoolId›"),
      facts: factsWith({ clients: having(9999) }),
      message: "has 9,999 app clients, and the quota is 1,000 unless",
      severity: "warning",
    },
    {
      why: "no quota goes beyond 10,000",
      yaml: onPool("ClientName: a\n").replace("UserPoolId", "‹UserPoolId›"),
      facts: factsWith({ clients: having(10_000) }),
      message: "has 10,000 app clients, and the quota is 10,000. Delete",
      severity: "error",
    },
    {
      why: "the account's quota is known",
      yaml: onPool("ClientName: a\n").replace("UserPoolId", "‹UserPoolId›"),
      facts: factsWith({ clients: having(1000), clientQuota: 1000 }),
      message: "the quota is 1,000. Delete",
      severity: "error",
    },
  ],
});
