import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CheckedFile, Report } from '../../server/cli/report.ts';
import { reporterOf } from '../../server/cli/reporters/reporterOf.ts';
import { createRecogniser, createWorkspace, type Finding, type Fix } from '../../server/core/analysis.ts';
import { unmark } from '../harness/marks.ts';

/** Findings made by hand: wording belongs to the rules, and so do the tests of it. The first mark of each text is the place. */
const DOCUMENTS = {
  '/p/compose.yaml': 'services:\r\n  web:\r\n    ports:\r\n      - "⟦8080⟧:80" # 港\t🚢\r\n',
  '/p/a dir/ä,b:c.env': 'A=1 # \x1b[31mred\u202e 港🚢\tPORT=⟦99999⟧ tail\x07\n',
  '/p/other.env': '⟦PORT=\n8080⟧\n',
  '/p/long.env': `${'x'.repeat(100_000)}⟦70000⟧${'y'.repeat(100_000)}\n`,
} as const;

function sample(): Report {
  const workspace = createWorkspace(createRecogniser());
  const spans = new Map<string, Finding['at']>();
  for (const [path, marked] of Object.entries(DOCUMENTS)) {
    const { text, spans: marks } = unmark(marked);
    workspace.set(path, text, { format: 'dotenv' });
    spans.set(path, { path, span: { start: marks[0]?.start ?? 0, end: marks[0]?.end ?? 0 } });
  }
  const at = (path: keyof typeof DOCUMENTS): Finding['at'] => spans.get(path) ?? { path, span: { start: 0, end: 0 } };
  const fix = (path: keyof typeof DOCUMENTS, safety: Fix['safety']): Fix => ({
    title: `Write 81, 100% ${safety}`,
    safety,
    edits: [{ ...at(path), newText: '81' }],
  });
  const snapshot = workspace.snapshot();
  const file = (path: keyof typeof DOCUMENTS, findings: readonly Finding[]): CheckedFile => {
    const factsOf = (other: string): CheckedFile['facts'] => {
      const facts = snapshot.facts(other);
      assert.ok(facts, other);
      return facts;
    };
    return {
      shown: path.slice(3),
      fromRoot: path.slice(3),
      facts: factsOf(path),
      findings,
      other: other => ({ shown: other.slice(3), facts: factsOf(other) }),
    };
  };
  return {
    checked: 7,
    fixed: 0,
    accepted: 0,
    skipped: [
      { shown: 'a dir/b\x1b.env', reason: 'binary', given: false },
      { shown: '', reason: 'gone', given: true },
    ],
    files: [
      file('/p/compose.yaml', [
        {
          rule: 'host-port-collision',
          severity: 'error',
          at: at('/p/compose.yaml'),
          message: 'Host port 8080 is taken: 100% of it, see\nhere',
          related: [{ ...at('/p/other.env'), message: 'taken \x1b[2J here' }],
          fixes: [fix('/p/compose.yaml', 'suggested')],
        },
      ]),
      file('/p/a dir/ä,b:c.env', [
        {
          rule: 'port-out-of-range',
          severity: 'warning',
          at: at('/p/a dir/ä,b:c.env'),
          message: '99999 is no port',
          related: [],
          fixes: [fix('/p/a dir/ä,b:c.env', 'safe')],
        },
        {
          rule: 'crowded-port',
          severity: 'hint',
          at: at('/p/a dir/ä,b:c.env'),
          message: 'Crowded',
          related: [],
          fixes: [],
        },
      ]),
      file('/p/other.env', [
        {
          rule: 'reserved-port',
          severity: 'info',
          at: at('/p/other.env'),
          message: 'Two lines',
          related: [],
          fixes: [],
        },
      ]),
      file('/p/long.env', [
        { rule: 'reserved-port', severity: 'info', at: at('/p/long.env'), message: 'Long', related: [], fixes: [] },
      ]),
    ],
  };
}

function print(format: string, report: Report, colours = false): string {
  let printed = '';
  const output = {
    isTerminal: false,
    closed: () => false,
    write: (text: string) => {
      printed += text;
    },
    flush() {},
  };
  reporterOf(format)(report, output, { colours, version: '1.2.3' });
  return printed;
}

/** With `UPDATE=1` the file is written first. */
function golden(name: string, actual: string): void {
  const path = join(import.meta.dirname, 'golden', name);
  if (process.env.UPDATE === '1') writeFileSync(path, actual);
  const expected = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : 'run with UPDATE=1';
  assert.equal(actual, expected);
}

for (const format of ['text', 'json', 'jsonl', 'github', 'gitlab']) {
  test(`the ${format} format`, () => golden(`check.${format}.txt`, print(format, sample())));
}

test('the sarif format', () => {
  const log = JSON.parse(print('sarif', sample()));
  // The rules grow with the product.
  log.runs[0].tool.driver.rules = log.runs[0].tool.driver.rules.filter(
    (rule: { id: string }) => rule.id === 'port-out-of-range',
  );
  for (const result of log.runs[0].results) delete result.ruleIndex;
  golden('check.sarif.json', `${JSON.stringify(log, null, 2)}\n`);
});

for (const format of ['text', 'json', 'jsonl', 'github', 'gitlab', 'sarif']) {
  test(`the ${format} format has no control characters but line feeds`, () => {
    assert.doesNotMatch(print(format, sample()), /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]/);
  });
}

function nothing(format: string, expected: string): void {
  test(`the ${format} format of nothing`, () =>
    assert.equal(print(format, { files: [], checked: 0, fixed: 0, accepted: 0, skipped: [] }), expected));
}

nothing('text', 'No files to check\n');
nothing('json', '[]\n');
nothing('jsonl', '');
nothing('github', '');
nothing('gitlab', '[]\n');

test('colours stand around the text and change nothing else', () => {
  const painted = print('text', sample(), true);
  assert.match(painted, /\x1b\[31merror\x1b\[0m/);
  assert.equal(painted.replaceAll(/\x1b\[\d*m/g, ''), print('text', sample()));
});

test('every rule of a SARIF log is described, and results point to their rules', () => {
  const [{ tool, results }] = JSON.parse(print('sarif', sample())).runs;
  for (const { id, shortDescription, helpUri, defaultConfiguration } of tool.driver.rules) {
    assert.ok(shortDescription.text, id);
    assert.match(helpUri, new RegExp(`^https://.*/docs/rules/${id}\\.md$`));
    assert.match(defaultConfiguration.level, /^(error|warning|note)$/);
  }
  for (const { ruleId, ruleIndex } of results) {
    if (ruleIndex !== undefined) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
  }
});

test('fingerprints differ between equal findings and outlast edits elsewhere', () => {
  const report = sample();
  const [first] = report.files;
  assert.ok(first);
  const twice = { ...report, files: [{ ...first, findings: [...first.findings, ...first.findings] }] };
  const names = fingerprints(print('sarif', twice));
  assert.equal(new Set(names).size, 2);
  assert.equal(names[0], fingerprints(print('sarif', report))[0]);
});

function fingerprints(log: string): readonly string[] {
  return JSON.parse(log).runs[0].results.map(
    (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints['portolan/v1'],
  );
}
