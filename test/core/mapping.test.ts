import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showRange } from '../../registry/port.ts';
import { showAddress } from '../../server/core/ports/address.ts';
import { readMapping } from '../../server/core/ports/read/mapping.ts';
import { faultOf, type PortText, writtenRange } from '../../server/core/ports/value.ts';
import { verbatim } from '../../server/core/text/mapped.ts';

/**
 * `expected`: address, host, container and protocol, `-` for what is not written; then what Docker refuses.
 * Verdicts as by docker/go-connections' nat package, which Compose and the Docker CLI use.
 */
function check(text: string, expected: string): void {
  test(JSON.stringify(text), () => {
    const mapping = readMapping(verbatim(text, { start: 0, end: text.length }));
    const { binding, host, container, protocols, faults } = mapping;
    const address = binding.span ? showAddress(binding.address) : '-';
    const shown = `${address} ${side(host)} ${side(container)} ${protocols?.join('+') ?? '?'}`;
    const refused = faults.map(fault => ` ${fault.kind}(${fault.text})`).join('');
    assert.equal(shown + refused, expected);
    for (const { span, text: part } of faults) assert.equal(text.slice(span.start, span.end), part);
    for (const each of [host, container]) if (each) checkPlace(text, each);
  });
}

function side(port: PortText | undefined): string {
  const range = writtenRange(port?.value);
  const fault = faultOf(port?.value);
  return range ? showRange(range) : fault ? `${fault.reason}(${fault.text})` : '-';
}

function checkPlace(text: string, { span, editable, value }: PortText): void {
  assert.ok(editable);
  if (value.kind === 'range') assert.match(text.slice(span.start, span.end), /^\d+(-\d+)?$/);
}

// Fields count from the end: container, host, and what is left is the address.
check('80', '- - 80 tcp');
check('8080:80', '- 8080 80 tcp');
check('127.0.0.1:8080:80', '127.0.0.1 8080 80 tcp');
check('127.0.0.1::80', '127.0.0.1 - 80 tcp');
check('0.0.0.0::80', '0.0.0.0 - 80 tcp');
check(':80', '- - 80 tcp');
check('::80', '- - 80 tcp');
check('0:80', '- 0 80 tcp');
check('0080:0081', '- 80 81 tcp');

// IPv6, with and without brackets.
check('[::1]:8080:80', '[::1] 8080 80 tcp');
check('::1:8080:80', '[::1] 8080 80 tcp');
check('[::]:8080:80', '[::] 8080 80 tcp');
check('::::80', '[::] - 80 tcp');
check('[2001:4860:0:2001::68]::333', '[2001:4860:0:2001::68] - 333 tcp');
check('2001:4860:0:2001::68::333', '[2001:4860:0:2001::68] - 333 tcp');
check('[2001:DB8:0:0::1]:1:2', '[2001:db8::1] 1 2 tcp');
check('[::ffff:10.0.0.1]:1:2', '[::ffff:a00:1] 1 2 tcp');
check('[127.0.0.1]:8080:80', '127.0.0.1 8080 80 tcp');

// Protocols in any case; the empty one is TCP.
check('8080:80/udp', '- 8080 80 udp');
check('8080:80/UDP', '- 8080 80 udp');
check('8080:80/sctp', '- 8080 80 sctp');
check('8080:80/', '- 8080 80 tcp');
check('8080:80/http', '- 8080 80 tcp protocol(http)');
check('8080:80/dccp', '- 8080 80 tcp protocol(dccp)');
check('80/tcp:80', '- - 80 tcp protocol(tcp:80)');

// Ranges: equal in length, or one of the host's for a single container port.
check('8000-8010', '- - 8000-8010 tcp');
check('8000-8010:9000-9010', '- 8000-8010 9000-9010 tcp');
check('8000-8000:80-80', '- 8000 80 tcp');
check('8000-8010:80', '- 8000-8010 80 tcp');
check('8000-8010:9000-9005', '- 8000-8010 9000-9005 tcp unequal(8000-8010:9000-9005)');
check('8000-8010:9000-9005/udp', '- 8000-8010 9000-9005 udp unequal(8000-8010:9000-9005)');
check('8080:8000-8010', '- 8080 8000-8010 tcp unequal(8080:8000-8010)');
check('9010-9000:80', '- reversed(9010-9000) 80 tcp');
check('80-70', '- - reversed(80-70) tcp');

// Numbers that no port has stand with their place, for the rule that words them.
check('65536:80', '- out-of-range(65536) 80 tcp');
check('80:99999', '- 80 out-of-range(99999) tcp');
check('-1:80', '- out-of-range(-1) 80 tcp');
check('8000-70000:80', '- out-of-range(8000-70000) 80 tcp');

// Refused.
check('', '- - - tcp missing()');
check('8080:', '- 8080 - tcp missing(8080:)');
check('0.0.0.0:1234-1235:', '0.0.0.0 1234-1235 - tcp missing(0.0.0.0:1234-1235:)');
check('0.0.0.0:1234-1235:/tcp', '0.0.0.0 1234-1235 - tcp missing(0.0.0.0:1234-1235:/tcp)');
check('127.0.0.1:', '- malformed(127.0.0.1) - tcp missing(127.0.0.1:)');
check('localhost:8080:80', 'localhost 8080 80 tcp address(localhost)');
check('*:8080:80', 'all interfaces 8080 80 tcp address(*)');
check('1.2.3:80:80', '1.2.3 80 80 tcp address(1.2.3)');
check('1.2.3.04:80:80', '1.2.3.04 80 80 tcp address(1.2.3.04)');
check('256.0.0.1:80:80', '256.0.0.1 80 80 tcp address(256.0.0.1)');
check('fe80::1%eth0:80:80', '[fe80::1%eth0] 80 80 tcp address(fe80::1%eth0)');
check('127.0.0.1:80', '- malformed(127.0.0.1) 80 tcp host(127.0.0.1)');
check('web:80', '- malformed(web) 80 tcp host(web)');
check('80:web', '- 80 malformed(web) tcp container(web)');
check('80.0:80', '- malformed(80.0) 80 tcp host(80.0)');
check('80:80 ', '- 80 malformed(80 ) tcp container(80 )');
check('8080-:80', '- malformed(8080-) 80 tcp host(8080-)');
