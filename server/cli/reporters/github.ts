import type { Severity } from '../../core/analysis.ts';
import { shownPlace } from '../place.ts';
import { printable } from '../printable.ts';
import type { Reporter } from '../report.ts';

/** Annotations of GitHub Actions. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
export const github: Reporter = ({ files }, output) => {
  for (const { shown, facts, findings } of files) {
    for (const { at, rule, severity, message } of findings) {
      const { line, col, endLine, endCol } = shownPlace(facts, at.span);
      const properties = {
        file: shown,
        line,
        // Columns count within one line only.
        ...(line === endLine ? { col, endLine, endColumn: endCol } : { endLine }),
        title: rule,
      };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${property(`${value}`)}`);
      output.write(`::${COMMANDS[severity]} ${list.join(',')}::${data(message)}\n`);
    }
  }
};

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** The toolkit's own escapes, and none of the other control characters. */
function data(text: string): string {
  const kept = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return printable(kept);
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
