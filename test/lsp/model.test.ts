import assert from 'node:assert/strict';
import test from 'node:test';
import { createRecogniser, linesOf, type Recogniser } from '../../server/core/analysis.ts';
import type { OpenDocument } from '../../server/lsp/documents.ts';
import { folderOf } from '../../server/lsp/folders.ts';
import { createModel, type Model } from '../../server/lsp/model.ts';
import { pathOf } from '../../server/lsp/uris.ts';

const FOLDER = folderOf('file:///work');
const TEXT = 'services:\n  db:\n    ports: ["5432:5432"]\n';

function model(recogniser: Recogniser = createRecogniser(), failures: string[] = []): Model {
  const made = createModel(recogniser, path => failures.push(path));
  made.setFolders([FOLDER]);
  return made;
}

function document(uri: string, text: string = TEXT): OpenDocument {
  return { uri, path: pathOf(uri), language: 'yaml', version: 1, text, lines: linesOf(text) };
}

function paths({ snapshot }: Model): readonly string[] {
  return [...snapshot().documents()].map(({ path }) => path).sort();
}

test('a text that cannot be read is named, and the others go on', () => {
  const failures: string[] = [];
  const known = createRecogniser();
  const broken: Recogniser = {
    ...known,
    recognise(path, text, language) {
      if (path.includes('broken')) throw new Error('a fault of ours');
      return known.recognise(path, text, language);
    },
  };
  const files = model(broken, failures);
  files.store('/work/broken/compose.yaml', TEXT, true);
  files.open(document('file:///work/broken/compose.yaml'));
  files.store('/work/compose.yaml', TEXT, true);
  assert.deepEqual(failures, ['/work/broken/compose.yaml', '/work/broken/compose.yaml']);
  assert.deepEqual(paths(files), ['/work/compose.yaml']);
});

test('what is open hides what is stored, until it is closed', () => {
  const files = model();
  files.open(document('file:///work/compose.yaml', '# typed\n'));
  files.store('/work/compose.yaml', TEXT, true);
  assert.equal(files.snapshot().facts('/work/compose.yaml')?.text, '# typed\n');
  assert.equal(files.close('file:///work/compose.yaml'), true);
  files.store('/work/compose.yaml', TEXT, true);
  assert.equal(files.snapshot().facts('/work/compose.yaml')?.text, TEXT);
});

test('a look at another version is alone', () => {
  const files = model();
  files.open(document('git:/work/compose.yaml?HEAD'));
  assert.deepEqual(paths(files), []);
  const view = files.view('git:/work/compose.yaml?HEAD');
  assert.equal(view.checked, false);
  assert.equal(view.snapshot.facts(view.path)?.occurrences.length, 2);
});

test('a snapshot stays as it is', () => {
  const files = model();
  files.store('/work/compose.yaml', TEXT, true);
  const before = files.snapshot();
  const stamp = files.stamp();
  files.store('/work/compose.yaml', '# new\n', true);
  assert.equal(before.facts('/work/compose.yaml')?.text, TEXT);
  assert.notEqual(files.stamp(), stamp);
});

test('a file elsewhere is not stored, but may be open', () => {
  const files = model();
  files.store('/other/compose.yaml', TEXT, true);
  assert.deepEqual(paths(files), []);
  files.open(document('file:///other/compose.yaml'));
  assert.deepEqual(paths(files), ['/other/compose.yaml']);
  assert.equal(files.close('file:///other/compose.yaml'), false);
  assert.deepEqual(paths(files), []);
});

test('folders come and go with their files; what is open stays', () => {
  const files = model();
  files.store('/work/compose.yaml', TEXT, true);
  files.open(document('file:///work/open/compose.yaml'));
  files.setFolders([]);
  assert.deepEqual(paths(files), ['/work/open/compose.yaml']);
  assert.equal(files.isListed('/work/compose.yaml'), false);
});

test('one file open under two spellings is one file', () => {
  const files = createModel(createRecogniser(), () => undefined);
  files.setFolders([folderOf('file:///c%3A/work')]);
  files.open(document('file:///c%3A/work/compose.yaml'));
  files.open(document('file:///C:/work/compose.yaml', '# typed\n'));
  assert.deepEqual(paths(files), ['c:/work/compose.yaml']);
  assert.equal(files.close('file:///C:/work/compose.yaml'), false);
  assert.deepEqual(paths(files), ['c:/work/compose.yaml']);
  assert.equal(files.snapshot().facts('c:/work/compose.yaml')?.text, TEXT);
  assert.equal(files.uri('c:/work/compose.yaml'), 'file:///c%3A/work/compose.yaml');
});
