import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRegistry } from '../../registry/createRegistry.ts';
import { committedTable } from './committed.ts';
import { lookupOf, portOf } from './portOf.ts';

const table = committedTable();
const registry = createRegistry(table);

function relatedTo(lookup: string): readonly string[] {
  return registry.related(...lookupOf(lookup)).map(({ relation, port, name }) => `${relation} ${port} ${name}`);
}

/** Each of `expected`, written `relation port name`, must be among them. */
function check(lookup: string, ...expected: readonly string[]): void {
  test(`related to ${lookup}`, () => {
    const found = relatedTo(lookup);
    // Software can have the name of its service, in capitals.
    const names = found.map(each => each.toLowerCase());
    for (const each of expected) {
      assert.ok(names.includes(each.toLowerCase()), `${each}\n\nfound:\n${found.join('\n')}`);
    }
  });
}

// IANA's names tell which service is the other's secure form, its description must say so too.
check('80', 'secure-variant 443 https');
check('443', 'plain-variant 80 http');
check('389', 'secure-variant 636 ldaps');
check('636', 'plain-variant 389 ldap');
check('143', 'secure-variant 993 imaps');
check('1883', 'secure-variant 8883 secure-mqtt');
check('8883', 'plain-variant 1883 mqtt');
check('53', 'secure-variant 853 domain-s');
check('3268', 'secure-variant 3269 msft-gc-ssl');
check('5985', 'secure-variant 5986 wsmans');
check('2375', 'secure-variant 2376 docker-s');

// Software tells it by what its ports are for.
check('5672', 'secure-variant 5671 RabbitMQ', 'same-software 15672 RabbitMQ', 'secure-variant 5671 amqps');
check('5671', 'plain-variant 5672 RabbitMQ');

// Neighbours of one registrant, of one family.
check('641', 'same-registrant 653 repscmd');
check('653', 'same-registrant 641 repcmd');
check('642', 'same-registrant 259 esro-gen');
check('1642', 'similar-name 1643 isis-ambc', 'similar-name 2042 isis', 'similar-name 2043 isis-bcast');
check('1643', 'same-registrant 2043 isis-bcast', 'similar-name 1642 isis-am');
check('3640', 'similar-name 3641 netplay-port2');
check('1640', 'similar-name 1639 cert-initiator');
check('7011', 'same-registrant 7012 talon-engine');

// Other software for the same thing.
check('5432', 'same-purpose 3306 MySQL');

test('a number that nobody knows has no relations', () => {
  assert.deepEqual(relatedTo('60123'), []);
  assert.deepEqual(relatedTo('0'), []);
});

test('another registrant, or a public one, makes no family', () => {
  const found = relatedTo('80').filter(each => /same-registrant|similar-name/.test(each));
  assert.deepEqual(found, []);
});

test('a transport narrows what the port is, not what it is related to', () => {
  assert.ok(relatedTo('389/tcp').includes('secure-variant 636 ldaps'));
  assert.deepEqual(relatedTo('6379/udp'), []);
});

test('no port is related to itself, no relation crowds out the others', () => {
  for (let number = 0; number < 65536; number += 7) {
    const port = portOf(number);
    const found = registry.related(port);
    assert.ok(found.length <= 60, `${number}`);
    assert.ok(found.every(each => each.port !== port));
    assert.equal(new Set(found.map(each => `${each.port} ${each.name.toLowerCase()}`)).size, found.length, `${number}`);
  }
});

test('who asks for one page and who asks for many get the same', () => {
  for (const port of [80, 389, 5671, 1642, 8888, 5432].map(portOf)) {
    assert.deepEqual(createRegistry(table).related(port), registry.related(port), `${port}`);
  }
});
