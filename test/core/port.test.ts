import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPort, asProtocol, overlaps, readRange, showRange, sizeOf } from '../../registry/port.ts';
import { interpolate } from '../../server/core/ports/read/interpolate.ts';
import { readPort } from '../../server/core/ports/read/port.ts';
import type { PortValue } from '../../server/core/ports/value.ts';
import { verbatim } from '../../server/core/text/mapped.ts';

function check(text: string, expected: string, separator?: string): void {
  test(`${JSON.stringify(text)}${separator ? ` with ${separator}` : ''}`, () => {
    const mapped = interpolate(verbatim(text, { start: 0, end: text.length }), 'dollar');
    assert.equal(show(readPort(mapped, 0, mapped.text.length, separator).value), expected);
  });
}

function show(value: PortValue | undefined): string {
  if (value === undefined) return 'unknown';
  if (value.kind === 'range') return showRange(value.range);
  if (value.kind === 'invalid') return `${value.reason} ${value.first ?? ''}..${value.last ?? ''}`;
  return value.kind === 'name' ? value.name : `$${value.name} ${show(value.fallback)}`;
}

check('80', '80');
check('0', '0');
check('65535', '65535');
check('0080', '80');
check('65536', 'out-of-range 65536..65536');
check('-1', 'out-of-range -1..-1');
check('99999999999999999999', 'malformed ..');
check('', 'malformed ..');
check('80 ', 'malformed ..');
check('+80', 'malformed ..');
check('8_080', 'malformed ..');
check('0x50', 'malformed ..');
check('80.0', 'malformed ..');
check('http', 'malformed ..');
check('８０', 'malformed ..');
check('80-90', 'malformed ..');
check('80-90', '80-90', '-');
check('80:90', '80-90', ':');
check('80-80', '80', '-');
check('90-80', 'reversed 90..80', '-');
check('80-70000', 'out-of-range 80..70000', '-');
check('-1-80', 'out-of-range -1..80', '-');
check('80-', 'malformed ..', '-');
check('-80', 'out-of-range -80..-80', '-');
check('80-90-100', 'malformed ..', '-');
check('${PORT}', '$PORT unknown');
check('${PORT:-80}', '$PORT 80');
check('${A:-${B:-80}}', '$A $B 80');
check('80${B:-80}', '$B 8080');
check('80${B}', '$B unknown');
check('${A:-80}-${B:-90}', '$A $B 80-90', '-');

test('a port is a whole number of 16 bits', () => {
  for (const number of [0, 1, 65535]) assert.equal(asPort(number), number);
  for (const number of [-1, 65536, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) assert.equal(asPort(number), undefined);
});

test('transports are known in any case', () => {
  assert.equal(asProtocol('UDP'), 'udp');
  for (const text of ['http', '', 'tcp6', ' tcp']) assert.equal(asProtocol(text), undefined);
});

test('ranges include both ends', () => {
  const range = (text: string): NonNullable<ReturnType<typeof readRange>> => {
    const found = readRange(text);
    assert.ok(found, text);
    return found;
  };
  assert.equal(sizeOf(range('80')), 1);
  assert.equal(sizeOf(range('80-90')), 11);
  assert.ok(overlaps(range('80-90'), range('90-100')));
  assert.ok(overlaps(range('80-90'), range('85')));
  assert.ok(!overlaps(range('80-90'), range('91')));
  for (const text of ['90-80', '65536', '-1', '', 'a', '80-', '1-2-3']) assert.equal(readRange(text), undefined, text);
});
