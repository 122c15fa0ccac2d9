import type { Severity } from '../../core/analysis.ts';
import { createFingerprints, identities } from '../fingerprint.ts';
import { jsonArray } from '../jsonItems.ts';
import { shownPlace } from '../place.ts';
import type { Reporter } from '../report.ts';

/** A report for code quality in GitLab. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Reporter = ({ files }, output) => {
  const { item, end } = jsonArray(output);
  const nameOf = createFingerprints();
  for (const file of files) {
    const identify = identities(file);
    for (const finding of file.findings) {
      const { line } = shownPlace(file.facts, finding.at.span);
      item(
        JSON.stringify({
          description: finding.message,
          check_name: finding.rule,
          fingerprint: nameOf(identify(finding)),
          severity: SEVERITIES[finding.severity],
          location: { path: file.shown, lines: { begin: line } },
        }),
      );
    }
  }
  end();
};

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};
