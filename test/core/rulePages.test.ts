import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../../server/core/analysis.ts';
import { fixFaults } from '../harness/fixFaults.ts';
import { openProject } from '../harness/project.ts';
import {
  filesOf,
  generated,
  indexPage,
  pageNames,
  type RulePage,
  rulePage,
  shownFindings,
} from '../harness/rulePage.ts';

test('every rule has a page, and every page a rule', () => {
  assert.deepEqual(
    pageNames(),
    RULES.map(({ id }) => id),
  );
});

test('the index lists every rule', () => {
  const { actual, expected } = indexPage();
  assert.equal(actual, expected);
});

const SECTIONS = ['What it finds', 'Why it matters', 'Example', 'Instead', 'When to ignore', 'References'];

for (const rule of RULES.filter(({ id }) => pageNames().includes(id))) {
  const page = rulePage(rule);

  test(`${rule.id}: what the tool says stands in the page`, () => {
    assert.equal(generated(rule, page.text), page.text);
    assert.ok(!page.text.includes('|  |'), 'some example must report');
  });

  test(`${rule.id}: the page has its sections, and links to its sources`, () => {
    const headings = [...page.text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, SECTIONS);
    assert.match(
      page.text.slice(page.text.indexOf('## Why it matters'), page.text.indexOf('## Example')),
      /https:\/\//,
    );
    assert.match(page.text.slice(page.text.indexOf('## References')), /https:\/\//);
  });

  test(`${rule.id}: the examples report where they say so, and nowhere else`, () => checkReports(page));
  test(`${rule.id}: the clean examples report nothing`, () => checkClean(page));
  test(`${rule.id}: each fix removes its finding and adds none`, () => checkFixes(page));
}

function checkReports({ rule, examples }: RulePage): void {
  assert.ok(examples.some(({ output }) => output));
  for (const example of examples) {
    const project = openProject(filesOf(example));
    for (const { file = '', words, start } of example.files) {
      const found = project.findings(file).filter(finding => finding.rule === rule.id);
      assert.equal(
        found.length > 0,
        words.includes('reports'),
        `line ${start + 1}: ${file} ${project.lines(file).join()}`,
      );
    }
    const hasOutput = example.files.every(({ words }) => words.includes('clean')) || example.output !== undefined;
    assert.ok(hasOutput, `line ${example.line}: an example shows what it reports, or is clean`);
  }
}

function checkClean({ rule, examples }: RulePage): void {
  const clean = examples.filter(({ files }) => files.some(({ words }) => words.includes('clean')));
  assert.ok(clean.length > 0);
  for (const example of clean) {
    const project = openProject(filesOf(example));
    for (const { file = '' } of example.files) {
      const found = shownFindings(project, file, rule).map(each => `${each.rule}: ${each.message}`);
      assert.deepEqual(found, [], `line ${example.line}: ${file}`);
      assert.deepEqual(project.snapshot.facts(`${project.root}/${file}`)?.syntaxErrors ?? [], []);
    }
  }
}

function checkFixes({ examples }: RulePage): void {
  for (const example of examples) assert.deepEqual(fixFaults(filesOf(example)), [], `line ${example.line}`);
}
