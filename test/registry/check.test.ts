import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Collection } from '../../registry/build/collections.ts';
import { encode } from '../../registry/build/encode.ts';
import { readSigns } from '../../registry/build/signs.ts';
import { readImages, readUses, reportTwice } from '../../registry/build/sources.ts';
import { createRegistry } from '../../registry/createRegistry.ts';
import { readImage, writeImage } from '../../registry/rows/imageRow.ts';
import { readUse, writeUse } from '../../registry/rows/useRow.ts';
import { committedTable } from './committed.ts';
import { portOf } from './portOf.ts';

const good = {
  software: 'Example',
  ports: 8080,
  protocols: ['tcp'],
  standing: 'default',
  purpose: 'web UI',
  evidence: [{ url: 'https://example.org/docs/ports', locator: 'Defaults' }],
  seen: '2026-11-21',
};

function problemsOf(...lines: readonly unknown[]): readonly string[] {
  const problems: string[] = [];
  readUses('uses/things.jsonl', lines.map(line => `${JSON.stringify(line)}\n`).join(''), [], message => {
    problems.push(message);
  });
  return problems;
}

/** The changed line must be refused, with its place. */
function refuses(what: string, change: Readonly<Record<string, unknown>>, message: RegExp): void {
  test(`a use with ${what} is refused`, () => {
    const [problem = ''] = problemsOf(good, { ...good, ports: 8081, ...change });
    assert.match(problem, /^uses\/things\.jsonl:2: /);
    assert.match(problem, message);
  });
}

test('a right use is taken', () => assert.deepEqual(problemsOf(good), []));
refuses('no evidence', { evidence: [] }, /no evidence/);
refuses('evidence without a URL', { evidence: [{ url: 'the manual' }] }, /not a URL/);
refuses('evidence on a mirror without a name', { evidence: [{ url: 'http://203.0.113.7/ports' }] }, /not a URL/);
refuses('a port above 65535', { ports: 70000 }, /ports must be/);
refuses('a reversed range', { ports: '9010-9000' }, /ports must be/);
refuses('a single port as a text', { ports: '8081' }, /ports must be/);
refuses('http as a transport', { protocols: ['http'] }, /protocols/);
refuses('no transport', { protocols: [] }, /protocols/);
refuses('an end of today', { until: '2.x' }, /what has an until is legacy/);
refuses('an unknown standing', { standing: 'usual' }, /standing/);
refuses('an unknown exposure', { exposure: 'open' }, /exposure/);
refuses('an unknown key', { vendor: 'Example Ltd' }, /unknown key "vendor"/);
refuses('an e-mail address', { purpose: 'ask someone@example.org' }, /e-mail/);
refuses('no date', { seen: 'today' }, /seen/);
refuses('an earlier port', { ports: 80 }, /not sorted/);
test('a use that stands twice is refused', () => {
  const problems: string[] = [];
  const read = (file: string) => readUses(file, JSON.stringify(good), [], assert.fail);
  reportTwice([...read('uses/a.jsonl'), ...read('uses/b.jsonl')], message => void problems.push(message));
  assert.deepEqual(problems, ['uses/b.jsonl:1: Example, 8080/tcp stands already in uses/a.jsonl:1']);
});
test('a line that is no JSON is refused', () => {
  const problems: string[] = [];
  readUses('uses/things.jsonl', '{"software":\n', [], message => void problems.push(message));
  assert.deepEqual(problems, ['uses/things.jsonl:1: not a JSON object']);
});

function refusesImage(what: string, change: Readonly<Record<string, unknown>>, message: RegExp): void {
  test(`an image with ${what} is refused`, () => {
    const facts = { image: 'example', software: 'Example', declares: ['80/tcp'], evidence: ['https://example.org/'] };
    const problems: string[] = [];
    const line = JSON.stringify({ ...facts, seen: '2026-11-21', ...change });
    readImages('images.jsonl', `${line}\n`, problem => void problems.push(problem));
    assert.match(problems[0] ?? '', message);
  });
}

refusesImage('a mirrored name', { image: 'docker.io/library/example' }, /is kept as example/);
refusesImage('a port that is none', { declares: ['80'] }, /declares must hold/);
refusesImage('a port twice', { listens: ['80/tcp'] }, /a port twice/);
refusesImage('no evidence', { evidence: [] }, /no evidence/);
refusesImage('a complete list that is configurable', { complete: true, configurable: true }, /configurable/);

test('a sign from an unknown source is refused', () => {
  const problems: string[] = [];
  const text = '# searched 2026-11-21\n# w\tWireshark\thttps://example.org/\n22\ttcp\twx\n';
  readSigns('signs.tsv', text, problem => void problems.push(problem));
  assert.match(problems[0] ?? '', /^signs\.tsv:3: /);
});

const elsewhere = { evidence: [{ url: 'https://program.example/' }] };
const rumoured = { evidence: [{ url: 'https://catalogue.example/' }] };
const COLLECTIONS: readonly Collection[] = [
  { prefix: 'https://program.example/', speaker: 'program', group: 'program' },
  { prefix: 'https://catalogue.example/', speaker: 'catalogue', group: 'catalogue' },
];

test('the best known use comes first', () => {
  const lines = [
    { ...good, software: 'Habit', standing: 'common', sightings: 4 },
    { ...good, software: 'Known', sightings: 9, ...elsewhere },
    { ...good, software: 'Maker' },
    { ...good, software: 'Old', standing: 'legacy', sightings: 99 },
    { ...good, software: 'Rumour', ...rumoured },
    { ...good, software: 'Spoken', ...elsewhere },
    { ...good, software: 'Twice', purpose: 'speaks Spoken', sightings: 1 },
    { ...good, software: 'XYZ servers', ...elsewhere },
    { ...good, software: 'Run', ports: '8080-8090' },
    { ...good, software: 'Wide', ports: '8080-9000', sightings: 99 },
  ];
  const uses = readUses('uses/t.jsonl', lines.map(line => JSON.stringify(line)).join('\n'), COLLECTIONS, assert.fail);
  const framework = JSON.stringify({ ...good, software: 'Framework' });
  const table = encode({
    iana: {
      date: '2026-08-17',
      entries: [
        {
          ports: { first: portOf(8080), last: portOf(8080) },
          protocol: 'tcp',
          status: 'assigned',
          service: 'xyz',
          aliases: [],
          description: '',
          references: [],
        },
      ],
    },
    uses: [...uses.toReversed(), ...readUses('uses/dev-servers.jsonl', framework, [], assert.fail)],
    images: [],
    claims: [],
    signs: { date: '2026-11-21', sources: [], lines: ['8080\ttcp\tab'] },
    crowds: ['8080\ttcp\t565'],
    cautions: [],
    remarks: [],
  });
  const registry = createRegistry(table);
  assert.equal(registry.crowd(portOf(8080), 'tcp'), 565);
  // A range of eleven counts, one of nine hundred does not.
  assert.equal(registry.crowd(portOf(8081), 'tcp'), 1);
  const found = registry.used(portOf(8080));
  assert.deepEqual(
    found.map(use => use.software),
    ['XYZ servers', 'Known', 'Framework', 'Spoken', 'Twice', 'Habit', 'Maker', 'Run', 'Rumour', 'Old', 'Wide'],
  );
});

test('uses and images survive the table', () => {
  const table = committedTable();
  const urls = table.urls.split('\n');
  for (const line of table.uses.split('\n')) {
    const use = readUse(line.split('\t'), urls);
    assert.equal(use && writeUse(use, urls), line);
  }
  for (const line of table.images.split('\n')) {
    const facts = readImage(line, urls);
    assert.equal(facts && writeImage(facts, urls), line);
  }
});
