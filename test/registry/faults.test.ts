import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCategories } from '../../registry/build/categories.ts';
import { type Collection, confidenceOf, readCollections } from '../../registry/build/collections.ts';
import { reportFaults } from '../../registry/build/faults.ts';
import { readImages, readUses } from '../../registry/build/sources.ts';

const COLLECTIONS: readonly Collection[] = [
  { prefix: 'https://catalogue.example/a/', speaker: 'catalogue', group: 'a' },
  { prefix: 'https://catalogue.example/a-fork/', speaker: 'catalogue', group: 'a' },
  { prefix: 'https://catalogue.example/b/', speaker: 'catalogue', group: 'b' },
  { prefix: 'https://distribution.example/', speaker: 'package', group: 'distribution' },
  { prefix: 'https://list.example/', speaker: 'list', group: 'list' },
];

interface Founded {
  readonly urls: readonly string[];
  readonly sightings?: number;
  readonly doubt?: string;
}

function founded(what: string, { urls, sightings = 0, doubt }: Founded, expected: string): void {
  test(`${what}: ${expected}`, () => {
    const evidence = urls.map(url => ({ url, seen: '2026-11-21' as const }));
    const use = { evidence, sightings, ...(doubt === undefined ? {} : { doubt }) };
    assert.equal(confidenceOf(use, COLLECTIONS), expected);
  });
}

founded("the maker's page", { urls: ['https://maker.example/docs'] }, 'high');
founded('the maker beside a list', { urls: ['https://list.example/x', 'https://maker.example/'] }, 'high');
founded('a doubt of the maker', { urls: ['https://maker.example/docs'], doubt: 'sources differ' }, 'low');
founded('a packager', { urls: ['https://distribution.example/x'] }, 'medium');
founded('one catalogue', { urls: ['https://catalogue.example/a/x'] }, 'low');
founded(
  'a catalogue and its fork',
  { urls: ['https://catalogue.example/a/x', 'https://catalogue.example/a-fork/x'] },
  'low',
);
founded('two catalogues', { urls: ['https://catalogue.example/a/x', 'https://catalogue.example/b/x'] }, 'medium');
founded('one catalogue of several', { urls: ['https://catalogue.example/a/x'], sightings: 4 }, 'medium');
founded('a list, however often copied', { urls: ['https://list.example/x'], sightings: 9 }, 'low');

interface Row {
  readonly software?: string;
  readonly ports?: number;
  readonly url?: string;
  readonly images?: readonly string[];
}

/** What is said of uses that differ from a right one in these points. */
function faultsOf(rows: readonly Row[], images = ''): readonly string[] {
  const lines = rows.map(({ software = 'Harbour', ports = 8080, url = 'https://maker.example/docs', images }) =>
    JSON.stringify({
      ...{ software, ports, protocols: ['tcp'], standing: 'default', purpose: 'web UI', images },
      ...{ evidence: [{ url }], seen: '2026-11-21' },
    }),
  );
  const problems: string[] = [];
  const uses = readUses('uses/t.jsonl', lines.join('\n'), [], assert.fail);
  reportFaults(uses, readImages('images.jsonl', images, assert.fail), problem => void problems.push(problem));
  return problems;
}

function refuses(what: string, rows: readonly Row[], message: RegExp, images = ''): void {
  test(`${what} is refused`, () => assert.match(faultsOf(rows, images).join('\n'), message));
}

function takes(what: string, rows: readonly Row[], images = ''): void {
  test(`${what} is taken`, () => assert.deepEqual(faultsOf(rows, images), []));
}

const REPOSITORY = 'https://github.com/example/example/blob/0123abc';
const IMAGE = JSON.stringify({
  ...{ image: 'example/example', software: 'Harbour', complete: true, declares: ['80/tcp'] },
  ...{ evidence: [`${REPOSITORY}/Dockerfile`], seen: '2026-11-21' },
});

refuses('the name of a folder', [{ software: 'production' }], /^uses\/t\.jsonl:1: production is the name of a folder/);
refuses("a debugger's Dockerfile", [{ url: `${REPOSITORY}/Dockerfile.debug#L3` }], /no release is built from/);
refuses("a test's Dockerfile", [{ url: `${REPOSITORY}/test/fixtures/Dockerfile` }], /no release is built from/);
refuses('a container for development', [{ url: `${REPOSITORY}/.devcontainer/Dockerfile` }], /no release is built from/);
takes('a release Dockerfile', [{ url: `${REPOSITORY}/docker/Dockerfile` }]);
takes("a test's own documentation", [{ url: `${REPOSITORY}/test/README.md` }]);
refuses(
  'a range in single numbers',
  [1, 2, 3, 4, 5].map(port => ({ ports: port })),
  /keep Harbour 1, 2, 3, 4, 5 as one/,
);
takes(
  'four neighbours',
  [1, 2, 3, 4].map(port => ({ ports: port })),
);
refuses('an image that listens elsewhere', [{ images: ['example/example'] }], /does not listen on 8080/, IMAGE);
takes('an image that listens there', [{ ports: 80, images: ['example/example'] }], IMAGE);
refuses(
  'a second spelling',
  [{ software: 'HarbourMaster' }, { software: 'Harbour Master', ports: 8081 }],
  /is spelt HarbourMaster in uses/,
);
refuses('a second spelling of an image', [{ software: 'HARBOUR' }], /Harbour is spelt HARBOUR/, IMAGE);
refuses('a complete image that declares nothing', [], /declares none/, IMAGE.replace('declares', 'listens'));

test('a dead category is refused, and one that nobody described', () => {
  const problems: string[] = [];
  const text = '# head\ndatabases\twhat holds data\ngardens\tplants\n';
  readCategories('categories.tsv', text, ['databases.jsonl', 'mail.jsonl'], problem => void problems.push(problem));
  assert.deepEqual(problems, [
    'categories.tsv:3: no use is of the category gardens',
    'uses/mail.jsonl:1: the category does not stand in categories.tsv',
  ]);
});

test('a collection of an unknown kind, or out of order, is refused', () => {
  const problems: string[] = [];
  const lines = [
    'https://b.example/\tlist\tb\tCC0-1.0',
    'https://a.example/\tlist\ta\tCC0-1.0',
    'https://c.example/\tblog\tc\tMIT',
  ];
  readCollections('collections.tsv', lines.join('\n'), problem => void problems.push(problem));
  assert.deepEqual(
    problems.map(problem => problem.slice(0, 30)),
    ['collections.tsv:2: not sorted,', 'collections.tsv:3: not a colle'],
  );
});
