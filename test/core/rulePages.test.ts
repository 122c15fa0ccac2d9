import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Finding, RULES } from '../../server/core/analysis.ts';
import { type Files, openProject } from '../harness/project.ts';
import {
  applied,
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
  for (const example of examples) {
    const files = filesOf(example);
    const { root } = openProject(files);
    for (const finding of findingsIn(files)) {
      for (const fix of finding.fixes) {
        const before = findingsIn(files).map(identity);
        const after = findingsIn(applied(files, fix, root)).map(identity);
        const added = after.filter(each => count(after, each) > count(before, each));
        assert.deepEqual(added, [], `line ${example.line}: ${fix.title}`);
        const own = identity(finding);
        assert.ok(count(after, own) < count(before, own), `line ${example.line}: ${fix.title} leaves ${own}`);
      }
    }
  }
}

function findingsIn(files: Files): readonly Finding[] {
  const project = openProject(files);
  return Object.keys(files).flatMap(file => project.findings(file));
}

function identity({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}

function count(all: readonly string[], one: string): number {
  return all.filter(each => each === one).length;
}
