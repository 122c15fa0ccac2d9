import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addressesMeet,
  canonicalIPv6,
  isIPv4,
  isLoopback,
  isPrivate,
  readAddress,
  showAddress,
} from '../../server/core/ports/address.ts';

/** `words`: loopback, private. */
function check(text: string, shown: string, ...words: readonly ('loopback' | 'private')[]): void {
  test(JSON.stringify(text), () => {
    const address = readAddress(text);
    assert.equal(showAddress(address), shown);
    assert.deepEqual(
      [isLoopback(address) && 'loopback', isPrivate(address) && 'private'].filter(word => word !== false),
      words,
    );
    assert.equal(addressesMeet(address, address), address.kind !== 'unknown');
  });
}

check('', 'all interfaces');
check('*', 'all interfaces');
check('0.0.0.0', '0.0.0.0');
check('::', '[::]');
check('[::]', '[::]');
check('0:0:0:0:0:0:0:0', '[::]');
check('127.0.0.1', '127.0.0.1', 'loopback');
check('127.255.0.9', '127.255.0.9', 'loopback');
check('::1', '[::1]', 'loopback');
check('[0:0::1]', '[::1]', 'loopback');
check('localhost', 'localhost', 'loopback');
check('LocalHost', 'LocalHost', 'loopback');
check('10.0.0.1', '10.0.0.1', 'private');
check('172.15.0.1', '172.15.0.1');
check('172.16.0.1', '172.16.0.1', 'private');
check('172.31.255.255', '172.31.255.255', 'private');
check('172.32.0.1', '172.32.0.1');
check('192.168.0.1', '192.168.0.1', 'private');
check('192.169.0.1', '192.169.0.1');
check('169.254.1.1', '169.254.1.1', 'private');
check('100.64.0.1', '100.64.0.1');
check('203.0.113.7', '203.0.113.7');
check('fd00::1', '[fd00::1]', 'private');
check('fe80::1%eth0', '[fe80::1%eth0]', 'private');
check('2001:DB8:0:0:0:0:0:1', '[2001:db8::1]');
check('db', 'db');
check('256.0.0.1', '256.0.0.1');
check('\uFFFC', 'an unknown address');
check('127.0.0.\uFFFC', 'an unknown address');

test('RFC 5952: the longest run of zeros is folded, the first of equal ones, a single zero never', () => {
  assert.equal(canonicalIPv6('2001:db8:0:0:1:0:0:1'), '2001:db8::1:0:0:1');
  assert.equal(canonicalIPv6('2001:0:0:1:0:0:0:1'), '2001:0:0:1::1');
  assert.equal(canonicalIPv6('2001:db8:0:1:1:1:1:1'), '2001:db8:0:1:1:1:1:1');
  assert.equal(canonicalIPv6('::ffff:192.0.2.1'), '::ffff:c000:201');
  assert.equal(canonicalIPv6('1::'), '1::');
});

test('what is no IPv6 address', () => {
  for (const text of [
    '',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'g::',
    '::%',
    'a.b::',
  ])
    assert.equal(canonicalIPv6(text), undefined, text);
  assert.equal(canonicalIPv6('1:2:3:4:5:6:7::8'), undefined);
});

test('what is no IPv4 address', () => {
  for (const text of ['1.2.3', '1.2.3.4.5', '01.2.3.4', '1.2.3.256', '1.2.3.', 'a.b.c.d', '1.2.3.4 '])
    assert.ok(!isIPv4(text), text);
});
