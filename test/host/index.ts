/**
 * The suite that runs inside VS Code's extension host, next to the installed extension: same module, whether VS Code
 * is a desktop (tools/desktop.ts) or npm's code-server (tools/host.ts). What needs a click is in test/e2e instead.
 */
import Mocha from "mocha";
import { measured, write } from "./measured.ts";

/** One test as it ended, in the words of Vitest's JSON report. */
interface Result {
  status: "passed" | "failed" | "pending";
  title: string;
  message?: string;
}

/** Mocha prints nothing: whoever started VS Code prints the results. */
class Silent extends Mocha.reporters.Base {}

function report(assertionResults: Result[]): void {
  const number = (status: Result["status"]): number => assertionResults.filter((one) => one.status === status).length;
  const status = number("failed") > 0 ? "failed" : "passed";
  write({
    numPassedTests: number("passed"),
    numFailedTests: number("failed"),
    numPendingTests: number("pending"),
    testResults: [{ status, assertionResults }],
    measured,
  });
}

/** What VS Code calls. Rejects when a test failed, so that a desktop's exit code tells. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 20_000, reporter: Silent });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./activation.ts");
  await import("./language.ts");
  await import("./template.ts");
  const ended: Result[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on("pass", (test) => ended.push({ status: "passed", title: test.fullTitle() }));
    runner.on("pending", (test) => ended.push({ status: "pending", title: test.fullTitle() }));
    runner.on("fail", (test, error: Error) =>
      ended.push({ status: "failed", title: test.fullTitle(), message: error.stack ?? error.message }),
    );
  });
  report(ended);
  if (failures > 0) throw new Error(`${failures} tests failed in the extension host`);
}
