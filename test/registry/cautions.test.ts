import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCautions, readRemarks } from '../../registry/build/cautions.ts';
import { readCaution, writeCaution } from '../../registry/rows/cautionRow.ts';
import { readRemark, writeRemark } from '../../registry/rows/remarkRow.ts';
import { committedRegistry, committedTable } from './committed.ts';
import { lookupOf, portOf } from './portOf.ts';

const registry = committedRegistry();

/** The cautions of `5000` or `5000/tcp`, as `kind` or `kind system`; those about abuse are another table. */
function check(lookup: string, ...expected: readonly string[]): void {
  test(`cautions ${lookup}`, () => {
    const found = registry.cautions(...lookupOf(lookup));
    const shown = found
      .filter(({ kind }) => kind !== 'abuse')
      .map(({ kind, system }) => `${kind} ${system ?? ''}`.trim());
    assert.deepEqual(shown, expected);
    for (const { text, source } of found) assert.ok(text !== '' && /^https?:\/\//.test(source), text);
  });
}

check('8081');
check('6667', 'browser-blocked');
check('6667/udp');
check('4190', 'browser-blocked');
check('0', 'browser-blocked');
check('53', 'browser-blocked', 'system-claimed linux');
check('53/udp', 'system-claimed linux');
check('5000', 'system-claimed macos');
check('7000/tcp', 'system-claimed macos');
check('445', 'system-claimed windows');
check('137/udp', 'system-claimed windows');
check('5040', 'system-claimed windows');
check('7680', 'system-claimed windows');
check('2179', 'system-claimed windows');
check('9999');
check('10000', 'ephemeral freebsd');
check('32767', 'ephemeral freebsd', 'node-port');
check('32768', 'ephemeral freebsd', 'ephemeral linux');
check('60999', 'ephemeral freebsd', 'ephemeral linux', 'ephemeral windows', 'ephemeral macos');
check('61000', 'ephemeral freebsd', 'ephemeral windows', 'ephemeral macos');
check('30000', 'ephemeral freebsd', 'node-port');
check('6443', 'cluster');
check('2377', 'cluster');
check('2375', 'docker-api');
check('1021', 'experimental');
check('1022/sctp', 'experimental');
check('1020');

/** What is said, and by whom. */
function says(number: number, kind: string, text: RegExp, source?: RegExp): void {
  test(`${number} ${kind}: ${text.source}`, () => {
    const found = registry.cautions(portOf(number)).filter(caution => caution.kind === kind);
    const [caution] = found.filter(each => text.test(each.text));
    assert.ok(caution, found.map(each => each.text).join('\n'));
    if (source) assert.match(caution.source, source);
  });
}

says(6000, 'browser-blocked', /Chromium, Firefox and Safari/);
says(4190, 'browser-blocked', /Firefox and Safari .* Chromium's list does not/);
says(6679, 'browser-blocked', /Chromium's list does not/);
says(0, 'browser-blocked', /Chromium and the Fetch standard .* Firefox's list does not/);
says(30085, 'node-port', /kept for node ports chosen by hand/);
says(30086, 'node-port', /by itself/);
says(123, 'abuse', /multiply floods/, /^https:\/\/www\.cisa\.gov\//);
says(12345, 'abuse', /NetBus.*; lawful programs use the number too/);
says(801, 'abuse', /only one community list says so/);

test('the list of the Fetch standard is whole', () => {
  const refused = Array.from({ length: 65536 }, (_, port) => port).filter(port =>
    registry.cautions(portOf(port), 'tcp').some(({ kind }) => kind === 'browser-blocked'),
  );
  assert.equal(refused.length, 83);
});

/** Does IANA's note of unregistered use speak of this port? */
function noted(number: number, isNoted: boolean): void {
  test(`${number} ${isNoted ? 'is noted' : 'is not noted'}`, () => {
    const found = registry.cautions(portOf(number)).filter(({ kind }) => kind === 'unauthorized-use');
    assert.equal(found.length, isNoted ? 1 : 0);
  });
}

// A note on a range names the ports that it is about.
noted(6003, true);
noted(6000, false);
noted(27018, true);
noted(27019, true);
noted(27020, false);
noted(796, true);
noted(788, false);
noted(33436, true);
noted(33534, true);
noted(33535, false);
noted(44515, true);
noted(44516, true);
noted(44517, false);

// 7012's names its neighbour; those of 79 and 4444 name an RFC and a program, and that of 8010 says only "yes".
noted(7011, true);
noted(7012, false);
noted(79, true);
noted(4444, true);
noted(8010, true);
noted(5432, false);
says(8010, 'unauthorized-use', /^IANA notes use without registration$/);

const good = {
  kind: 'system-claimed',
  ports: [5000, '7000-7002'],
  protocols: ['tcp'],
  system: 'macos',
  text: 'taken',
  source: 'https://example.org/ports',
  seen: '2026-11-21',
};

/** The changed line must be refused, behind a good one. */
function refuses(what: string, change: Readonly<Record<string, unknown>>, message: RegExp): void {
  test(`a caution with ${what} is refused`, () => {
    const problems: string[] = [];
    const lines = [good, { ...good, ports: [8000], ...change }].map(line => `${JSON.stringify(line)}\n`).join('');
    readCautions('cautions.jsonl', lines, problem => void problems.push(problem));
    assert.match(problems[0] ?? '', /^cautions\.jsonl:2: /);
    assert.match(problems.join('\n'), message);
  });
}

test('a right caution is taken', () => {
  assert.equal(readCautions('cautions.jsonl', JSON.stringify(good), assert.fail).length, 1);
});
refuses('an unknown kind', { kind: 'gossip' }, /kind must be one of/);
refuses('a kind that IANA writes', { kind: 'unauthorized-use' }, /kind must be one of/);
refuses('no ports', { ports: [] }, /ports must be a sorted list/);
refuses('unsorted ports', { ports: [9000, 8000] }, /ports must be a sorted list/);
refuses('a range as a number', { ports: ['8000'] }, /ports must be a sorted list/);
refuses('a port above 65535', { ports: [70000] }, /ports must be a sorted list/);
refuses('no system', { system: undefined }, /system do not go together/);
refuses('a system where none belongs', { kind: 'abuse' }, /system do not go together/);
refuses('an unknown system', { system: 'amiga' }, /system must be one of/);
refuses('no source', { source: 'hearsay' }, /not a URL/);
refuses('no text', { text: '' }, /text must be/);
refuses('no date', { seen: 'now' }, /seen must be a date/);
refuses('an earlier port', { ports: [80] }, /not sorted/);
refuses('an earlier kind', { kind: 'browser-blocked', system: undefined }, /not sorted/);
refuses('the same port for the same system', { ports: [7001] }, /stands already/);

test('remarks are sorted, different and cited', () => {
  const problems: string[] = [];
  const remark = { ports: 641, text: 'known', source: 'https://example.org/', seen: '2026-11-21' };
  const lines = [remark, { ...remark, ports: 640 }, { ...remark, ports: 640 }, { ...remark, source: 'x' }];
  readRemarks('remarks.jsonl', lines.map(line => JSON.stringify(line)).join('\n'), each => void problems.push(each));
  assert.deepEqual(problems, [
    'remarks.jsonl:2: not sorted by port',
    'remarks.jsonl:3: stands already',
    'remarks.jsonl:4: not a URL: "x"',
  ]);
});

test('cautions and remarks survive the table', () => {
  const { cautions, remarks } = committedTable();
  for (const line of cautions.split('\n')) {
    const caution = readCaution(line);
    assert.equal(caution && writeCaution(caution), line);
  }
  for (const line of remarks.split('\n')) {
    const remark = readRemark(line);
    assert.equal(remark && writeRemark(remark), line);
  }
});
