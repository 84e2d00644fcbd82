import {
  type Context,
  check,
  checkEnvironments,
  type EnvironmentsFinding,
  pageOf,
  type Severity,
} from "../engine/index.ts";
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "./library.ts";
import type { OpenSpec } from "./open-spec.ts";

/** Editors stop showing at about this many per file (VS Code at 1,000); errors are kept first. */
const MOST = 1000;

/** The `source` of every diagnostic. */
export const SOURCE = "Cognito";

/** Findings of an open spec as LSP diagnostics. */
export function diagnosticsOf(spec: OpenSpec, context: Context): Diagnostic[] {
  const { document } = spec;
  const findings = spec.isEnvironments
    ? checkEnvironments(document, context.specs ?? new Map(), context)
    : check(document, context);
  const shown = findings.length <= MOST ? findings : mostSevere(findings);
  return shown.map((finding) => toDiagnostic(spec, finding));
}

function mostSevere(findings: readonly EnvironmentsFinding[]): EnvironmentsFinding[] {
  return [...findings].sort((a, b) => severities[a.severity] - severities[b.severity]).slice(0, MOST);
}

function toDiagnostic(spec: OpenSpec, finding: EnvironmentsFinding): Diagnostic {
  const { rule, related, data } = finding;
  return {
    range: spec.rangeOf(finding.span),
    severity: severities[finding.severity],
    code: rule.id,
    codeDescription: { href: pageOf(rule.id) },
    source: SOURCE,
    message: finding.message,
    ...(data && { data }),
    ...(rule.tag && { tags: [tags[rule.tag]] }),
    ...(related && {
      relatedInformation: related.map(({ span, message }) => ({
        location: { uri: spec.uri, range: spec.rangeOf(span) },
        message,
      })),
    }),
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary } as const;
