import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FORMAT_SOFTWARE } from '../registry/likely/hints.ts';
import { FORMATS, RULES } from '../server/core/analysis.ts';
import { fixtures } from './harness/golden.ts';
import { breach, importsOf, LAYERS } from './harness/layers.ts';
import { indiscreet, untidy } from './harness/tidy.ts';

const ROOT = join(import.meta.dirname, '..');

/** What is committed, and what could be: a new file has to keep the rules before its first commit. */
const FILES: readonly string[] = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 1e8,
})
  .split('\0')
  .filter(path => path !== '' && existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile());

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const SOURCES = FILES.filter(path => /^(?:registry|server|client)\/.*\.ts$/.test(path));

test('every file imports what its layer may', () => {
  const breaches = SOURCES.flatMap(path => importsOf(textOf(path)).flatMap(target => breach(path, target) ?? []));
  assert.deepEqual(breaches, []);
});

test('every layer has files', () => {
  for (const { path } of LAYERS)
    assert.ok(
      SOURCES.some(file => file.startsWith(path)),
      path,
    );
});

test('files are small and named after what they hold', () => {
  assert.deepEqual(
    FILES.flatMap(path => untidy(path, /\.(?:ts|mjs|js)$/.test(path) ? textOf(path) : '')),
    [],
  );
});

test('every rule has a page, every format a fixture', () => {
  const missing = [
    ...RULES.map(({ id }) => `docs/rules/${id}.md`).filter(path => !FILES.includes(path)),
    ...FORMATS.map(({ id }) => id).filter(id => !fixtures().some(({ format }) => format.id === id)),
    ...RULES.map(({ id }) => `/${id}.ts`).filter(
      name => !FILES.some(path => path.startsWith('server/core/rules/') && path.endsWith(name)),
    ),
    ...FORMATS.map(({ id }) => `server/core/formats/${id}.ts`).filter(path => !FILES.includes(path)),
  ];
  assert.deepEqual(missing, []);
});

test('hints by format name formats', () => {
  const ids = new Set(FORMATS.map(({ id }) => id));
  assert.deepEqual(
    [...FORMAT_SOFTWARE.keys()].filter(id => !ids.has(id)),
    [],
  );
});

test('no file tells where or by whom it was made', () => {
  assert.deepEqual(
    // A picture is compressed: what looks like an address in it is none.
    FILES.filter(path => !path.endsWith('.png')).flatMap(path => indiscreet(path, textOf(path))),
    [],
  );
});

test('the core knows no platform, and sees to it in its settings', () => {
  for (const folder of ['server/core', 'registry']) {
    const settings = textOf(`${folder}/tsconfig.json`) + textOf('tsconfig.base.json');
    assert.match(settings, /"types": \[\]/);
    assert.match(settings, /"lib": \["es2023"\]/);
  }
});

// The checks themselves: each must be able to fail.

test('imports are seen in every form', () => {
  const text = [
    "import a from './a.ts';",
    "import type { B } from '../b.ts';",
    'import {',
    '  c,',
    "} from './c.ts';",
    "export * from './d.ts';",
    "import './e.ts';",
    "const f = await import('./f.ts');",
    'const text = "from \'./g.ts\'";',
    '// import h from "./h.ts"',
  ].join('\n');
  assert.deepEqual(importsOf(text), ['./a.ts', '../b.ts', './c.ts', './d.ts', './e.ts', './f.ts']);
});

function refused(file: string, target: string): void {
  test(`${file} may not import ${target}`, () => assert.ok(breach(file, target)));
}

function allowed(file: string, target: string): void {
  test(`${file} may import ${target}`, () => assert.equal(breach(file, target), undefined));
}

refused('server/core/rules/x.ts', '../syntax/tree.ts');
refused('server/core/rules/x.ts', '../formats/read.ts');
refused('server/core/rules/x.ts', 'node:fs');
refused('server/core/text/x.ts', '../ports/value.ts');
refused('server/core/ports/x.ts', '../syntax/shell.ts');
refused('server/core/workspace/x.ts', '../formats/compose.ts');
refused('server/core/formats/x.ts', '../../../registry/registry.ts');
refused('server/lsp/x.ts', '../core/text/lines.ts');
refused('server/lsp/x.ts', 'vscode-languageserver/node');
refused('server/lsp/x.ts', '../node/paths.ts');
refused('server/cli/x.ts', '../lsp/server.ts');
refused('server/browser/x.ts', 'node:fs');
refused('client/x.ts', '../server/core/analysis.ts');
refused('registry/x.ts', '../server/core/analysis.ts');
refused('elsewhere/x.ts', './y.ts');
allowed('server/core/rules/x.ts', '../workspace/compose/collide.ts');
allowed('server/core/ports/read/x.ts', '../../syntax/shell.ts');
allowed('server/lsp/x.ts', '../core/analysis.ts');
allowed('server/node/x.ts', 'node:fs');
allowed('client/x.ts', '../server/protocol.ts');

test('a long file and a name without an idea are found', () => {
  assert.equal(untidy('server/x.ts', 'a\n'.repeat(300)).length, 0);
  assert.equal(untidy('server/x.ts', 'a\n'.repeat(301)).length, 1);
  assert.equal(untidy('test/x.ts', 'a\n'.repeat(400)).length, 0);
  assert.equal(untidy('test/x.ts', 'a\n'.repeat(401)).length, 1);
  assert.equal(untidy('registry/x.tsv', 'a\n'.repeat(9000)).length, 0);
  for (const name of ['utils.ts', 'helpers.ts', 'common.ts', 'types.ts'])
    assert.equal(untidy(`a/${name}`, '').length, 1);
});

test('folders of the workplace, addresses and registries are found', () => {
  const count = (text: string, path = 'a.md'): number => indiscreet(path, text).length;
  const at = '@';
  assert.equal(count(`see ${['', 'work', 'main', 'x'].join('/')}`), 1);
  assert.equal(count(`see ${['', 'work', 'shared'].join('/')}`), 1);
  assert.equal(count('c:/work/compose.yaml'), 0);
  assert.equal(count(`by jane.doe${at}mail.test`), 1);
  assert.equal(count(`\nby <jane${at}mail.co.uk>`), 1);
  for (const text of [
    'git@github.com:a/b',
    'postgres://user:pw@db.internal:5432/x',
    'someone@example.org',
    '@types/node@24.1.0',
  ])
    assert.equal(count(text), 0, text);
  assert.equal(count('"resolved": "https://registry.npmjs.org/a"', 'package-lock.json'), 0);
  assert.equal(count('"resolved": "https://mirror.internal/a"', 'package-lock.json'), 1);
  assert.equal(count('registry=https://mirror.internal', '.npmrc'), 1);
});
