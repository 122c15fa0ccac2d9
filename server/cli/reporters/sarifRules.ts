import { RULES, type Severity } from '../../core/analysis.ts';
import { rulePage } from '../../core/pages.ts';

/** The rules as SARIF describes them; code scanning shows the help beside each alert. */
export function sarifRules(): readonly object[] {
  return RULES.map(({ id, summary, severity, fix }) => {
    const silence = `A comment \`portolan-ignore ${id}\` above a line silences it there; \`"rules": {"${id}": "off"}\` in portolan.json does everywhere.`;
    const help = [`${summary}.`, ...FIXES[fix], silence].join(' ');
    return {
      id,
      name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
      shortDescription: { text: summary },
      fullDescription: { text: `${summary}.` },
      help: {
        text: `${help.replaceAll('`', '')} See ${rulePage(id)}`,
        markdown: `${help}\n\n[What it finds, why it matters, and when to ignore it](${rulePage(id)})`,
      },
      helpUri: rulePage(id),
      defaultConfiguration: { level: SARIF_LEVELS[severity] },
      properties: { tags: ['ports', 'configuration'], precision: 'high', 'problem.severity': PROBLEMS[severity] },
    };
  });
}

export const SARIF_LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

const FIXES = {
  safe: ['`portolan check --fix` repairs it.'],
  suggested: ['An editor offers a fix.'],
  none: [],
} as const;

/** https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const PROBLEMS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
  hint: 'recommendation',
};
