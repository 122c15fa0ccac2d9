import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImageFacts } from '../../registry/entry.ts';
import { showRange } from '../../registry/port.ts';
import { committedRegistry } from './committed.ts';
import { lookupOf, portOf } from './portOf.ts';

const registry = committedRegistry();

/** The best known software of `5432` or `5432/tcp`, in its order, as far as `expected` goes. */
function check(lookup: string, ...expected: readonly string[]): void {
  test(`used ${lookup}`, () => {
    const uses = registry.used(...lookupOf(lookup));
    assert.deepEqual(
      uses.slice(0, expected.length).map(use => use.software),
      expected,
    );
    if (expected.length === 0) assert.deepEqual(uses, []);
  });
}

check('5432/tcp', 'PostgreSQL');
check('6379/tcp', 'Redis', 'Redis Stack', 'Valkey');
check('3306', 'MySQL', 'MariaDB');
check('3000', 'Grafana', 'Gitea');
check('80', 'HTTP');
check('443/tcp', 'HTTPS');
check('1883', 'MQTT', 'Eclipse Mosquitto');
check('3478/tcp', 'STUN / TURN');
check('4200', 'Angular CLI');
check('5005', 'JDWP');
check('5900', 'VNC (RFB)');
check('6000', 'X11');
check('8000', 'Django');
check('8080', 'Apache Tomcat');
check('8096', 'Jellyfin');
check('8200', 'Vault');
check('8888', 'Jupyter Server');
check('9229', 'Node.js inspector');
check('1640', 'Apple macOS Server', 'Sun SunScreen SKIP');
check('1640/tcp', 'Apple macOS Server');
check('51820/udp', 'WireGuard');
check('4/tcp');
check('641');
check('3640');

test('a wide range comes last', () => {
  const uses = registry.used(portOf(30000));
  const isWide = uses.map(({ ports }) => ports.last - ports.first > 100);
  assert.ok(isWide.includes(true));
  assert.deepEqual(isWide, isWide.toSorted());
});

test('uses of a range are sorted by number', () => {
  const firsts = registry.usedIn({ first: portOf(5000), last: portOf(6000) }).map(use => use.ports.first);
  assert.ok(firsts.length > 20);
  assert.deepEqual(
    firsts,
    firsts.toSorted((a, b) => a - b),
  );
});

/** `image port exposure`: what rules about exposure look at. */
function exposes(image: string, port: number, expected: string | undefined): void {
  test(`${image} on ${port} is ${expected}`, () => {
    const use = registry.ofImage(image).find(({ ports }) => ports.first === port);
    assert.equal(use?.exposure, expected);
  });
}

exposes('postgres', 5432, 'datastore');
exposes('docker.io/library/postgres', 5432, 'datastore');
exposes('bitnami/postgresql', 5432, 'datastore');
exposes('bitnamilegacy/postgresql', 5432, 'datastore');
exposes('redis', 6379, 'datastore');
exposes('mongo', 27017, 'datastore');
exposes('rabbitmq', 5672, 'datastore');
exposes('rabbitmq', 15672, 'console');
exposes('rabbitmq', 15692, undefined);
exposes('adminer', 8080, 'console');
exposes('phpmyadmin', 80, 'console');
exposes('grafana/grafana', 3000, undefined);
exposes('prom/prometheus', 9090, undefined);
exposes('nginx', 80, undefined);

/** The flag of one software's port. */
function flagged(software: string, port: number, expected: string): void {
  test(`${software} on ${port} is ${expected}`, () => {
    const use = registry.ofSoftware(software).find(({ ports }) => ports.first === port);
    assert.equal(use?.exposure, expected);
  });
}

flagged('docker engine', 2375, 'unauthenticated-api');
flagged('kubelet', 10255, 'unauthenticated-api');
flagged('etcd', 2379, 'unauthenticated-api');
flagged('Node.js inspector', 9229, 'debugger');
flagged('JDWP', 5005, 'debugger');
flagged('debugpy', 5678, 'debugger');
flagged('Delve', 2345, 'debugger');
flagged('Go pprof', 6060, 'debugger');

function image(name: string, expected: Partial<ImageFacts>, ...ports: readonly string[]): void {
  test(`image ${name}`, () => {
    const facts = registry.image(name);
    assert.ok(facts);
    for (const [key, value] of Object.entries(expected)) assert.equal(facts[key as keyof ImageFacts], value, key);
    const shown = facts.ports.map(port => `${showRange(port.ports)}/${port.protocol}`);
    for (const port of ports) assert.ok(shown.includes(port), `${port} in ${shown}`);
    assert.match(facts.evidence[0].url, /^https:/);
  });
}

image('postgres', { software: 'PostgreSQL', complete: true, configurable: false }, '5432/tcp');
image('library/mysql', { complete: true }, '3306/tcp', '33060/tcp');
image('nginx', { complete: false, configurable: true }, '80/tcp');
image('lscr.io/linuxserver/wireguard', { image: 'linuxserver/wireguard' }, '51820/udp');
image('pihole/pihole', {}, '53/tcp', '53/udp');
image('coredns/coredns', { configurable: true }, '53/tcp', '53/udp');
image('kylemanna/openvpn', {}, '1194/udp');
image('lloesche/valheim-server', { complete: false }, '2456-2458/udp');

/** KNOWN wrong: ports of debugging builds, tests and development clusters. */
function hasNot(name: string, port: number): void {
  test(`image ${name} has no ${port}`, () => {
    assert.equal(
      registry.image(name)?.ports.some(({ ports }) => ports.first === port),
      false,
    );
  });
}

hasNot('oryd/kratos', 40000);
hasNot('gogs/gogs', 2368);
hasNot('couchdb', 15984);
hasNot('nats', 5222);
hasNot('jaegertracing/jaeger', 12345);
hasNot('livekit/livekit-server', 9999);
hasNot('mariadb', 33060);

test('an unknown image', () => assert.equal(registry.image('example/unknown'), undefined));

test('a claim is no use', () => {
  assert.deepEqual(
    registry.claims(portOf(1640)).map(({ software, note }) => [software, note]),
    [['Autodesk Data Management Server', 'claimed, no primary source found']],
  );
  assert.deepEqual(registry.ofSoftware('Autodesk Data Management Server'), []);
});

function sign(port: number, transport: 'tcp' | 'udp' | undefined, seen: number | undefined): void {
  test(`sign of use of ${port}/${transport}`, () => {
    const found = registry.signOfUse(portOf(port), transport);
    assert.equal(found?.seenIn.length, seen);
    if (found !== undefined) assert.equal(found.searched, 5);
    for (const { url } of found?.seenIn ?? []) assert.match(url, /^https:/);
  });
}

sign(5432, 'tcp', 5);
sign(5432, 'udp', 0);
sign(1640, undefined, 0);
sign(641, 'tcp', 0);
sign(25565, 'tcp', undefined);
sign(49152, 'tcp', undefined);

test('a use of several numbers stands once among those of a range', () => {
  const uses = registry.usedIn({ first: portOf(6000), last: portOf(6010) });
  assert.equal(new Set(uses).size, uses.length);
  const wide = uses.filter(({ ports }) => ports.first < ports.last).map(use => `${use.software} ${use.ports.first}`);
  assert.equal(new Set(wide).size, wide.length);
});
