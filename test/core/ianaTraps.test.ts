import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPort } from '../../registry/port.ts';
import { textPage } from '../../server/core/analysis.ts';
import { REGISTRY } from '../harness/registry.ts';

/** What the page says of a row of IANA that is easily misread. */
function check(number: number, what: string, says: RegExp, never?: RegExp): void {
  test(`${number}: ${what}`, () => {
    const port = asPort(number);
    assert.ok(port !== undefined);
    const page = textPage(REGISTRY, port);
    assert.match(page, says);
    if (never) assert.doesNotMatch(page, never);
  });
}

check(7775, 'its own row hides the unassigned range', /- tcp: registered to inetfs/, /tcp: unassigned/);
check(7997, 'its own row hides the unassigned range', /registered to pushns/);
check(
  6003,
  'one of a range, of which the note is',
  /x11 .*as one of 6000-6063.*[\s\S]*noted: Known Unauthorized Use on port 6003/,
);
check(6001, 'one of a range whose note is of another', /speaks of another number: .*6003/, /IANA notes use/);
check(27018, 'one of two that the note names', /IANA notes use without registration: .*27018 and 27019/);
check(27020, 'beside two that the note names', /speaks of another number/, /IANA notes use/);
check(796, 'one of a range, of which the note is', /IANA notes use without registration/);
check(8010, 'a note that is just "yes"', /use without registration is noted\n/, /: yes/);
check(7012, 'a note on its neighbour', /speaks of another number: .*7011/, /IANA notes use/);
check(24, 'given away without a name', /is set aside by IANA for “any private mail system”/, /no sign of use/);
check(585, 'de-registered', /reserved by IANA, which writes “De-registered”[\s\S]*use 993 instead/);
check(659, 'removed', /reserved by IANA, which writes “Removed”/);
check(1028, 'deprecated', /reserved by IANA, which writes “Deprecated”/);
check(9006, 'de-commissioned', /reserved by IANA, which writes “De-Commissioned Port”/);
check(
  1008,
  'one transport is listed',
  /on tcp it is not listed by IANA; on udp it is reserved .*“Possibly used by Sun Solaris/,
);
check(15, 'unassigned, with a memory', /unassigned.*was netstat/i);
check(66, 'an old spelling is an alias', /old spelling, kept as an alias: sql\*net/, /registered to sql\*net/);
check(80, 'three names', /registered to http, www and www-http for tcp and udp and to http for sctp/);
check(3000, 'two names', /registered to hbci and remoteware-cl[\s\S]*unassigned but widespread use/);
check(512, 'two services', /registered to exec for tcp and to comsat and biff for udp/);
check(6379, 'the other transport is reserved', /registered to redis .* for tcp; udp is reserved/);
check(2376, 'the other transport has no row', /registered to docker-s .* for tcp; udp is not listed/);
check(4200, 'a range without a transport', /registered to vrml-multi-use .*as one of 4200-4299/);
check(6400, 'a row without a transport', /any transport: registered to boe-cms/);
check(
  9,
  'four transports, a service code',
  /registered to discard for tcp, udp, sctp and dccp[\s\S]*service code 1145656131 \(“DISC”\)/,
);
check(443, 'three transports', /registered to https .* for tcp, udp and sctp/);
check(1021, 'for experiments', /MUST NOT be shipped[\s\S]*For experiments only/);
check(2049, 'a name without a description', /registered to .*shilp/);
check(0, 'reserved, and no port', /reserved, and no port to listen on[\s\S]*defined in RFC 6335/);
check(49151, 'the last number that is listed', /is reserved by IANA: not given out[\s\S]*User Ports/);
check(
  49152,
  'the first that is not',
  /dynamic range \(49152-65535\), where nothing is ever registered[\s\S]*Dynamic Ports/,
  /unassigned|not listed/,
);
check(65535, 'the last', /dynamic range/);
check(25565, 'of an unassigned range', /unassigned: registered to nobody, as all of 25472-25575/);
check(
  80,
  'references are links',
  /defined in RFC 9110 \[(\d+)\][\s\S]*\[\1\] https:\/\/www\.rfc-editor\.org\/rfc\/rfc9110\n/,
);
check(6379, 'who and when', /registrant: Salvatore Sanfilippo; registered 2015-04-23/);
