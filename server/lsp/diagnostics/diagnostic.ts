import { type Diagnostic, DiagnosticSeverity, type Location } from 'vscode-languageserver';
import type { Finding, Place, Severity, Snapshot } from '../../core/analysis.ts';
import { rulePage } from '../../core/pages.ts';
import type { Client } from '../capabilities.ts';
import type { Convert } from '../convert.ts';

/** How findings are shown to one client. */
export interface Showing {
  readonly client: Client;
  readonly convert: Convert;
  /** The URI of a path, as the client spells it. */
  uri(path: string): string;
}

/** Undefined for a finding whose document the snapshot does not know: it could be shown nowhere. */
export function diagnosticOf(showing: Showing, snapshot: Snapshot, finding: Finding): Diagnostic | undefined {
  const { client, convert } = showing;
  const facts = snapshot.facts(finding.at.path);
  if (!facts) return undefined;
  return {
    range: convert.range(facts, finding.at.span),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: 'portolan',
    message: finding.message,
    ...(client.codeDescription && { codeDescription: { href: rulePage(finding.rule) } }),
    ...(client.relatedInformation &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.flatMap(({ message, ...place }) => {
          const location = locationOf(showing, snapshot, place);
          return location ? [{ location, message }] : [];
        }),
      }),
    ...(client.diagnosticData && { data: { rule: finding.rule, fixable: finding.fixes.length > 0 } }),
  };
}

function locationOf({ convert, uri }: Showing, snapshot: Snapshot, { path, span }: Place): Location | undefined {
  const facts = snapshot.facts(path);
  return facts && { uri: uri(path), range: convert.range(facts, span) };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
