import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProject } from '../harness/project.ts';

/** `expected`: `line 4: a, b` with the line that is meant counted from 1, `file: a`; no ids mean every rule. */
function check(file: string, text: string, ...expected: readonly string[]): void {
  test(JSON.stringify(text), () => {
    for (const [name, written] of [
      ['LF', text],
      ['CRLF', text.replaceAll('\n', '\r\n')],
    ] as const) {
      const facts = openProject({ [file]: written }).snapshot.facts(`/project/${file}`);
      const found = facts?.suppressions.map(({ scope, line, rules, span }) => {
        for (const { id, span: place } of rules) assert.equal(written.slice(place.start, place.end), id);
        assert.match(written.slice(span.start, span.end), /^portolan-ignore\S*( .*\S)?$/);
        return `${scope === 'file' ? 'file' : `line ${line + 1}`}: ${rules.map(({ id }) => id).join(', ')}`;
      });
      assert.deepEqual(found, expected, name);
    }
  });
}

const compose = (text: string, ...expected: readonly string[]): void => check('compose.yaml', text, ...expected);
const docker = (text: string, ...expected: readonly string[]): void => check('Dockerfile', text, ...expected);

// At the end of a line it speaks of that line, alone it speaks of the next line with content.
compose('a: 1 # portolan-ignore rule-a\n', 'line 1: rule-a');
compose('# portolan-ignore rule-a\na: 1\n', 'line 2: rule-a');
compose('# portolan-ignore rule-a\n\n# a word\n\na: 1\n', 'line 5: rule-a');
compose('  # portolan-ignore rule-a\n# portolan-ignore rule-b\na: 1\n', 'line 3: rule-a', 'line 3: rule-b');
compose('a:\n  - 1\n  #portolan-ignore rule-a\n  - 2 #portolan-ignore rule-b\n', 'line 4: rule-a', 'line 4: rule-b');

// Several ids, apart by commas or blanks; a reason behind `--`; none means all.
compose('a: 1 # portolan-ignore rule-a, rule-b\n', 'line 1: rule-a, rule-b');
compose('a: 1 # portolan-ignore rule-a rule-b,rule-c\n', 'line 1: rule-a, rule-b, rule-c');
compose('a: 1 # portolan-ignore rule-a -- because rule-b\n', 'line 1: rule-a');
compose('a: 1 # portolan-ignore\n', 'line 1: ');
compose('a: 1 # see the docs: portolan-ignore rule-a\n', 'line 1: rule-a');

// The whole file, from its head alone.
compose('# portolan-ignore-file rule-a\na: 1\n', 'file: rule-a');
compose('# words\n\n# portolan-ignore-file rule-a\n---\na: 1\n', 'file: rule-a');
compose('---\n# portolan-ignore-file rule-a\na: 1\n', 'file: rule-a');
compose('a: 1\n# portolan-ignore-file rule-a\nb: 1\n');

// What only looks like one.
compose('a: "# portolan-ignore rule-a"\n');
compose('a: 1# portolan-ignore rule-a\n');
compose('a: |\n  # portolan-ignore rule-a\n');
compose('a: 1 # portolan-ignored rule-a\n');
compose('a: 1 # portolan-ignore-line rule-a\n');

docker('# syntax=docker/dockerfile:1\n# portolan-ignore-file rule-a\nFROM a\n', 'file: rule-a');
docker('FROM a\n# portolan-ignore rule-a\nEXPOSE 80\n', 'line 3: rule-a');
docker('FROM a\nRUN a \\\n  # portolan-ignore rule-a\n  b\n', 'line 4: rule-a');
check('.env', '# portolan-ignore rule-a\nPORT=80\n', 'line 2: rule-a');
check('.env', 'PORT=80 # portolan-ignore rule-a\n', 'line 1: rule-a');
