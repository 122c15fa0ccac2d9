import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readAssignments, sortEntries, writeAssignments } from '../../registry/build/assignments.ts';
import { readIana } from '../../registry/build/iana.ts';
import type { RegistryEntry } from '../../registry/entry.ts';
import { showRange } from '../../registry/port.ts';

const sample = readIana(readFileSync(new URL('iana.sample.xml', import.meta.url), 'utf8'));

/** Every field of the entries of one number, `aliases` and `references` only where there are any. */
function check(number: string, ...expected: readonly Record<string, unknown>[]): void {
  test(number, () => {
    const found = sample.entries.filter(({ ports }) => showRange(ports) === number).map(plain);
    assert.deepEqual(found, expected);
  });
}

function plain({ ports: _, aliases, references, ...entry }: RegistryEntry): Record<string, unknown> {
  return {
    ...entry,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(references.length > 0 ? { references } : {}),
  };
}

test("IANA's own date", () => assert.equal(sample.date, '2026-08-17'));
test('a record without a number is left out', () =>
  assert.equal(
    sample.entries.some(({ service }) => service === 'airprint'),
    false,
  ));
test('no address anywhere', () => assert.doesNotMatch(JSON.stringify(sample), /tel:|who&|@/));

check('0', {
  protocol: 'tcp',
  status: 'reserved',
  description: 'Reserved',
  modified: '2024-12-20',
  references: ['RFC6335'],
});
check('2', {
  protocol: 'tcp',
  status: 'reserved',
  description: 'Reserved',
  modified: '2025-02-13',
  notes: 'De-assigned on 2025-02-13, previously compressnet by Bernie Volz',
});
check('15', { protocol: 'tcp', status: 'unassigned', description: 'Unassigned [was netstat]' });
check('24', { protocol: 'tcp', status: 'assigned', description: 'any private mail system', assignee: 'Nobody Listed' });
check('66', {
  protocol: 'tcp',
  status: 'assigned',
  service: 'sql-net',
  aliases: ['sql*net'],
  description: 'Oracle SQL*NET IANA assigned this well-formed service name as a replacement for "sql*net".',
  assignee: 'Jack Haverty',
});
check(
  '80',
  {
    protocol: 'tcp',
    status: 'assigned',
    service: 'http',
    description: 'World Wide Web HTTP',
    assignee: 'IESG',
    modified: '2021-10-01',
    references: ['RFC9110'],
    notes: 'Defined TXT keys: u=<username> p=<password>',
  },
  {
    protocol: 'tcp',
    status: 'assigned',
    service: 'www',
    description: 'World Wide Web HTTP',
    modified: '2021-10-01',
    notes: 'This is a duplicate of the "http" service and should not be used for discovery purposes.',
  },
  { protocol: 'sctp', status: 'assigned', service: 'http', description: 'HTTP', references: ['RFC9260'] },
);
check('126', {
  protocol: 'tcp',
  status: 'assigned',
  service: 'nxedit',
  description: 'NXEdit',
  notes: 'Previously unitary above',
});
check('659', { protocol: null, status: 'reserved', description: 'Removed' });
check('1021', {
  protocol: 'dccp',
  status: 'assigned',
  service: 'exp1',
  description: 'RFC3692-style Experiment 1',
  references: ['RFC4727', 'RFC6335'],
  notes: 'Experiments only, see RFC3692.',
});
check('2825', { protocol: null, status: 'unassigned', description: '(unassigned) Possibly assigned' });
check('6000-6063', {
  protocol: 'tcp',
  status: 'assigned',
  service: 'x11',
  description: 'X Window System',
  unauthorizedUse: 'Known Unauthorized Use on port 6003',
});
check('7123', {
  protocol: 'tcp',
  status: 'assigned',
  service: 'snif',
  description: 'SNIF End-to-End TLS Relay Control Connection',
  assignee: 'VESvault Corp',
  registered: '2021-12-24',
  modified: '2026-07-22',
  references: ['draft-zubov-snif-05, Section 4.3', 'https://snif.example/spec', 'RFC6335'],
});
check('7775', {
  protocol: 'tcp',
  status: 'assigned',
  service: 'inetfs',
  description: 'A File System',
  registered: '2004-11',
});

for (const [name, xml] of [
  ['HTML in place of XML', '<html><body>Service unavailable</body></html>'],
  ['half a file', '<registry><updated>2026-08-17</updated><record>'],
  ['no date', '<registry><record><number>1</number></record></registry>'],
  [
    'a number that is none',
    '<registry><updated>2026-08-17</updated><record><number>70000</number></record></registry>',
  ],
  [
    'an unknown transport',
    '<registry><updated>2026-08-17</updated><record><protocol>quic</protocol><number>7</number></record></registry>',
  ],
] as const) {
  test(`${name} is refused`, () => assert.throws(() => readIana(xml), Error));
}

test('the sample survives the table', () => {
  assert.deepEqual(readAssignments(writeAssignments(sample)).entries, sortEntries(sample.entries));
});

test('the committed table is written as it is read', () => {
  const text = readFileSync(new URL('../../registry/iana/assignments.tsv', import.meta.url), 'utf8');
  assert.equal(writeAssignments(readAssignments(text)), text);
});

test('a line that is no assignment is named', () => {
  const text = '# Service names, as of 2026-08-17\n1\ttcp\tassigned\ttcpmux\n2\ttcp\tgone\n';
  assert.throws(() => readAssignments(text), /line 3/);
});
