import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegistryEntry } from '../../registry/entry.ts';
import { showRange } from '../../registry/port.ts';
import { committedRegistry } from './committed.ts';
import { lookupOf, portOf } from './portOf.ts';

const registry = committedRegistry();

/** `lookup` is `5432` or `5432/tcp`; an answer is drawn as `tcp postgresql`, `udp reserved`, `any unassigned 8012-8018`. */
function check(lookup: string, ...expected: readonly string[]): void {
  test(lookup, () => {
    const entries = registry.assigned(...lookupOf(lookup));
    assert.deepEqual(entries.map(draw), expected);
  });
}

function draw({ ports, protocol, status, service, aliases }: RegistryEntry): string {
  const range = ports.first === ports.last ? [] : [showRange(ports)];
  return [protocol ?? 'any', service ?? status, ...range, ...aliases.map(alias => `(${alias})`)].join(' ');
}

check('0/tcp', 'tcp reserved');
check('15/tcp', 'tcp unassigned');
check('24/tcp', 'tcp assigned');
check('66/tcp', 'tcp sql-net (sql*net)');
check('80/tcp', 'tcp http', 'tcp www', 'tcp www-http');
check('80', 'tcp http', 'tcp www', 'tcp www-http', 'udp http', 'udp www', 'udp www-http', 'sctp http');
check('9/sctp', 'sctp discard');
check('9', 'tcp discard', 'udp discard', 'sctp discard', 'dccp discard');
check('512', 'tcp exec', 'udp comsat', 'udp biff');
check('640/tcp', 'tcp entrust-sps');
check('641/tcp', 'tcp repcmd');
check('642/tcp', 'tcp esro-emsdp');
check('643/udp', 'udp sanity');
check('659', 'any reserved');
check('1023', 'tcp reserved', 'udp reserved');
check('1640', 'tcp cert-responder', 'udp cert-responder');
check('1641/udp', 'udp invision');
check('1642/tcp', 'tcp isis-am');
check('2376', 'tcp docker-s', 'udp not-listed');
check('2376/udp', 'udp not-listed');
check('3000/tcp', 'tcp hbci', 'tcp remoteware-cl');
check('3640/udp', 'udp netplay-port1');
check('4200/tcp', 'any vrml-multi-use 4200-4299');
check('4502', 'tcp not-listed', 'udp not-listed', 'sctp a25-fap-fgw');
check('5432/tcp', 'tcp postgresql');
check('5432/sctp', 'sctp not-listed');
check('6010/tcp', 'tcp x11 6000-6063');
check('6379', 'tcp redis', 'udp reserved');
check('6666/udp', 'udp reserved 6665-6669');
check('7775', 'tcp inetfs', 'udp reserved');
check('7775/sctp', 'any unassigned 7748-7776');
check('7776/tcp', 'any unassigned');
check('7997/tcp', 'tcp pushns');
check('7990', 'any unassigned 7983-7997');
check('25565/tcp', 'any unassigned 25472-25575');
check('49151/tcp', 'any reserved');
check('49152', 'any dynamic');
check('49152/udp', 'udp dynamic');
check('65535/tcp', 'tcp dynamic');

test('every number has an answer', () => {
  for (let n = 0; n <= 65535; n += 7) assert.notEqual(registry.assigned(portOf(n)).length, 0, `${n}`);
});

test('the registry says of which day it is', () => assert.match(registry.version.iana, /^\d{4}-\d\d-\d\d$/));

function named(service: string, ...expected: readonly string[]): void {
  test(`named ${service}`, () => assert.deepEqual(registry.named(service).map(showRange), expected));
}

named('postgresql', '5432');
named('HTTP-Alt', '591', '8008', '8080');
named('x11', '6000-6063');
named('sql*net', '66');
named('no-such-service');
test('named for one transport', () => assert.deepEqual(registry.named('docker', 'udp'), []));
