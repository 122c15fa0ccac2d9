import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { portolan } from '../harness/commandLine.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

/**
 * What SARIF 2.1.0 demands of the objects that are written: `?` may be missing, `[]` is a list. Other properties are
 * refused. https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
 */
const SHAPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  log: { $schema: 'uri', version: '2.1.0', runs: 'run[]' },
  run: { tool: 'tool', invocations: 'invocation[]', columnKind: 'utf16CodeUnits', results: 'result[]' },
  tool: { driver: 'driver' },
  driver: { name: 'text', version: 'text', semanticVersion: 'text', informationUri: 'uri', rules: 'rule[]' },
  rule: {
    id: 'text',
    name: 'text',
    shortDescription: 'message',
    fullDescription: 'message',
    help: 'markup',
    helpUri: 'uri',
    defaultConfiguration: 'configuration',
    properties: 'properties',
  },
  configuration: { level: 'level' },
  properties: { tags: 'text[]', precision: 'text', 'problem.severity': 'text' },
  message: { text: 'text' },
  markup: { text: 'text', markdown: 'text' },
  invocation: { executionSuccessful: 'boolean', toolExecutionNotifications: 'notification[]' },
  notification: { level: 'level', message: 'message', locations: 'fileLocation[]' },
  fileLocation: { physicalLocation: 'file' },
  file: { artifactLocation: 'artifact' },
  artifact: { uri: 'uri' },
  result: {
    ruleId: 'text',
    ruleIndex: 'index',
    level: 'level',
    message: 'message',
    locations: 'location[]',
    'relatedLocations?': 'related[]',
    partialFingerprints: 'fingerprints',
    'fixes?': 'fix[]',
  },
  location: { physicalLocation: 'place', 'logicalLocations?': 'key[]' },
  related: { id: 'index', physicalLocation: 'place', message: 'message' },
  place: { artifactLocation: 'artifact', region: 'region' },
  region: { startLine: 'position', startColumn: 'position', endLine: 'position', endColumn: 'position' },
  key: { name: 'text', fullyQualifiedName: 'text', kind: 'text' },
  fingerprints: { 'portolan/v1': 'text' },
  fix: { description: 'message', artifactChanges: 'change[]' },
  change: { artifactLocation: 'artifact', replacements: 'replacement[]' },
  replacement: { deletedRegion: 'region', insertedContent: 'content' },
  content: { text: 'string' },
};

const LEAVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: value => typeof value === 'string' && value !== '',
  string: value => typeof value === 'string',
  uri: value => typeof value === 'string' && /^(?:[\w.~:/#-]|%[0-9A-F]{2}|[!*'()])+$/.test(value),
  level: value => value === 'error' || value === 'warning' || value === 'note' || value === 'none',
  boolean: value => typeof value === 'boolean',
  index: value => Number.isInteger(value) && Number(value) >= 0,
  position: value => Number.isInteger(value) && Number(value) >= 1,
};

/** The places at which a value is not of its shape. */
function faults(value: unknown, shape: string, at: string): readonly string[] {
  if (shape.endsWith('[]')) {
    if (!Array.isArray(value)) return [`${at}: no list`];
    return value.flatMap((item, index) => faults(item, shape.slice(0, -2), `${at}/${index}`));
  }
  const shapes = SHAPES[shape];
  if (!shapes) return (LEAVES[shape]?.(value) ?? value === shape) ? [] : [`${at}: ${JSON.stringify(value)}`];
  if (typeof value !== 'object' || value === null) return [`${at}: no object`];
  const given = new Map<string, unknown>(Object.entries(value));
  const found = Object.entries(shapes).flatMap(([written, inner]) => {
    const name = written.replace(/\?$/, '');
    if (!given.has(name)) return written === name ? [`${at}/${name}: missing`] : [];
    const below = faults(given.get(name), inner, `${at}/${name}`);
    given.delete(name);
    return below;
  });
  return [...found, ...[...given.keys()].map(name => `${at}/${name}: unknown`)];
}

function valid(title: string, cwd: string, paths = ''): void {
  test(`the schema: ${title}`, () => {
    const { stdout } = portolan(`check --format sarif --level hint ${paths}`, { cwd });
    assert.deepEqual(faults(JSON.parse(stdout), 'log', ''), []);
  });
}

/** A copy, as what is read for context ends at the root of the repository. */
const PROJECTS = temporaryFolder({ '.git/HEAD': '' });
cpSync(join(import.meta.dirname, '../projects'), PROJECTS, { recursive: true });

valid('every project', PROJECTS);
valid('files that were skipped', temporaryFolder({ 'compose.yaml': '\0', 'a b#ä/.env': 'PORT=99999' }), '. missing');
valid('nothing', temporaryFolder());

test('every list of the projects has something in it, so that its shape was looked at', () => {
  const log = portolan('check --format sarif --level hint', { cwd: PROJECTS }).stdout;
  for (const name of ['relatedLocations', 'fixes', 'logicalLocations', 'replacements']) {
    assert.ok(log.includes(`"${name}":[{`), name);
  }
});

test('a fault is found', () => {
  assert.deepEqual(faults({ text: '' }, 'message', ''), ['/text: ""']);
  assert.deepEqual(faults({ txt: 'a' }, 'message', ''), ['/text: missing', '/txt: unknown']);
  assert.deepEqual(faults({}, 'location[]', ''), [': no list']);
  assert.deepEqual(faults([{ uri: 'a b' }], 'artifact[]', ''), ['/0/uri: "a b"']);
});
