import { forXml } from "../../server/src/sinks.ts";
import { type FileResult, type LintFinding, summarise } from "../result.ts";
import type { Format } from "./format.ts";

/**
 * JUnit's XML as Jenkins, GitLab and Azure DevOps read it: a suite for each file and a case for each finding. Errors fail; the other
 * severities are cases that pass, with their text, since these services know no warning. A file without findings is one case.
 */
export const junit: Format = {
  summary: "JUnit XML, for the test reports of Jenkins, GitLab and Azure DevOps",
  readers: "programs",
  write(files) {
    const { error } = summarise(files);
    const unread = files.filter(({ problem }) => problem !== undefined).length;
    const tests = files.reduce((sum, file) => sum + casesOf(file), 0);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="cognito-client lint" tests="${tests}" failures="${error}" errors="${unread}">`,
      ...files.flatMap(suite),
      "</testsuites>",
      "",
    ].join("\n");
  },
};

function casesOf({ findings, problem }: FileResult): number {
  return Math.max(1, findings.length + (problem === undefined ? 0 : 1));
}

function suite(file: FileResult): string[] {
  const { path, findings, problem } = file;
  const failures = findings.filter(({ severity }) => severity === "error").length;
  const errors = problem === undefined ? 0 : 1;
  const name = forXml(path);
  return [
    `  <testsuite name="${name}" tests="${casesOf(file)}" failures="${failures}" errors="${errors}">`,
    ...(problem === undefined
      ? []
      : [
          `    <testcase classname="${name}" name="can be read"><error message="${forXml(`${path} ${problem}`)}"/></testcase>`,
        ]),
    ...findings.map((finding) => testcase(path, finding)),
    ...(problem === undefined && findings.length === 0
      ? [`    <testcase classname="${name}" name="no findings"/>`]
      : []),
    "  </testsuite>",
  ];
}

function testcase(path: string, { rule, severity, message, start }: LintFinding): string {
  const place = `${forXml(path)}:${start.line}:${start.column}`;
  const text = `${place}: ${severity}: ${forXml(message)}`;
  const body =
    severity === "error"
      ? `<failure type="${rule.id}" message="${forXml(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  const name = `${rule.id} at ${start.line}:${start.column}`;
  return `    <testcase classname="${forXml(path)}" name="${name}" file="${forXml(path)}" line="${start.line}">${body}</testcase>`;
}
