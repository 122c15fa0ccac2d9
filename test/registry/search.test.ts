import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showRange } from '../../registry/port.ts';
import { committedRegistry } from './committed.ts';

const registry = committedRegistry();

/** What is found, best first: `5432 PostgreSQL`. */
function found(text: string, limit = 20): readonly string[] {
  return registry.search(text, limit).map(match => `${showRange(match.ports)} ${match.name}`);
}

/** The first match of what was typed. */
function first(text: string, expected: string | undefined): void {
  test(`search ${JSON.stringify(text)}`, () => assert.equal(found(text)[0], expected));
}

/** It is among the first three. */
function top(text: string, expected: string): void {
  test(`search ${JSON.stringify(text)} shows ${expected}`, () => {
    const shown = found(text).slice(0, 3);
    assert.ok(shown.includes(expected), shown.join(', '));
  });
}

// Numbers.
first('5432', '5432 PostgreSQL');
first('22', '22 SSH');
first('54', '54 xns-ch');
top('54', '5432 PostgreSQL');
first('641', '641 repcmd');
top('6010', '6000-6063 x11');
first('27017', '27017 MongoDB');
first('543', '543 klogin');
first('65536', undefined);
first('53/udp', '53 DNS');
first('5432/tcp', '5432 PostgreSQL');
first('5432/dccp', undefined);
first('514/udp', '514 Syslog (UDP)');
top('6000-6063', '6000-6063 x11');
first('redis 6379', '6379 Redis');
first('redis:6379', '6379 Redis');
first('6379 valkey', '6379 Valkey');

// Names, as they are typed.
first('postg', '5432 PostgreSQL');
first('post', '5432 PostgreSQL');
first('postgresql', '5432 PostgreSQL');
first('postgres', '5432 PostgreSQL');
first('POSTGRES', '5432 PostgreSQL');
first('postgres:16-alpine', '5432 PostgreSQL');
first('pg', '5432 PostgreSQL');
first('mysql', '3306 MySQL');
first('maria', '3306 MariaDB');
first('mongo', '27017 MongoDB');
first('redis', '6379 Redis');
first('graf', '3000 Grafana');
first('kibana', '5601 Kibana');
first('elastic', '9200 Elasticsearch');
first('nginx', '80 NGINX');
first('ssh', '22 SSH');
first('smtp', '25 SMTP');
first('dns', '53 DNS');
first('ntp', '123 NTP');
first('ldap', '389 LDAP');
first('https', '443 HTTPS');
first('http', '80 HTTP');
top('vnc', '5900-5903 VNC (RFB)');
first('wireguard', '51820 WireGuard');
first('repcmd', '641 repcmd');
first('repcmd tcp', '641 repcmd');
first('repcmd sctp', undefined);
first('cert-resp', '1640 cert-responder');
first('cert responder', '1640 cert-responder');
first('http-alt', '8080 http-alt');
top('memcache', '11211 Memcached');
first('prom', '9090 Prometheus');
first('kafka', '9092 Apache Kafka');
first('apache kafka', '9092 Apache Kafka');
first('ms-wbt-server', '3389 ms-wbt-server');

// Several words, names written in other ways.
first('node exporter', '9100 node_exporter');
first('node_exporter', '9100 node_exporter');
first('nodeexporter', '9100 node_exporter');
first('nginx proxy manager', '81 Nginx Proxy Manager');
top('npm', '81 Nginx Proxy Manager');
first('homeassistant', '8123 Home Assistant');
first('home assistant', '8123 Home Assistant');
first('home-assistant', '8123 Home Assistant');
first('ghcr.io/home-assistant/home-assistant:stable', '8123 Home Assistant');
first('nodejs inspector', '9229 Node.js inspector');
first('next.js', '3000 Next.js');
first('nextjs', '3000 Next.js');
top('minecraft server', '25565 Minecraft Java');
top('sql server', '1433 Microsoft SQL Server');
top('mssql', '1433 Microsoft SQL Server');
first('remote desktop', '3389 Remote Desktop');
first('rdp', '3389 Remote Desktop');
first('docker swarm', '2377 Docker Swarm');

// What it is for.
first('mosquitto tls', '8883 Eclipse Mosquitto');
first('ldap ssl', '636 LDAP over TLS');
first('ldap tls', '636 LDAP over TLS');
top('mail tls', '993 IMAP over TLS');
top('mail submission', '587 Mail submission');
top('dns udp', '53 DNS');
top('time', '123 NTP');
top('k8s api', '6443 kube-apiserver');
top('dhcp server', '67 DHCP');
top('web', '80 HTTP');

// Misspelt.
first('kafak', '9092 Apache Kafka');
first('postgers', '5432 PostgreSQL');
first('postgressql', '5432 PostgreSQL');
top('rabitmq', '5672 RabbitMQ');
first('elasticserach', '9200 Elasticsearch');
first('elasticser', '9200 Elasticsearch');
first('grafan', '3000 Grafana');
first('graphana', '3000 Grafana');
first('ngnix', '80 NGINX');
first('redsi', '6379 Redis');
first('mogodb', '27017 MongoDB');
first('prometheous', '9090 Prometheus');
first('wiregaurd', '51820 WireGuard');
first('home asistant', '8123 Home Assistant');
first('jenkis', '8080 Jenkins');
first('memcahed', '11211 Memcached');
top('minecarft', '25565 Minecraft Java');
first('zookeper', '2181 Apache ZooKeeper');

first('', undefined);
first('   ', undefined);
first(';', undefined);
first('qqqqqqqq', undefined);

test('one match for the transports of a name', () => {
  const matches = registry.search('postgresql', 20).filter(({ kind }) => kind === 'service');
  assert.deepEqual(matches[0]?.protocols, ['tcp', 'udp']);
  assert.equal(found('discard', 50).filter(match => match === '9 discard').length, 1);
});
test('a page that is pasted is no more than its first words', () => {
  assert.equal(registry.search('redis 6379 '.repeat(1e5), 5)[0]?.name, 'Redis');
  assert.deepEqual(registry.search('x'.repeat(1e6), 5), []);
  assert.deepEqual(registry.search('\u0000\u0130\ud800 []()*+?^$\\', 5), []);
});
test('never more than asked for', () => assert.equal(registry.search('80', 7).length, 7));
test('no answer twice', () => {
  for (const text of ['http', '80', 'a', 'tls', 'postgres']) {
    const all = registry
      .search(text, 60)
      .map(match => `${match.kind} ${showRange(match.ports)} ${match.name} ${match.protocols}`);
    assert.equal(new Set(all).size, all.length, text);
  }
});

/** The first match, with what was typed in brackets. */
first('localhost:5432', '5432 PostgreSQL');
first('http://localhost:6379', '6379 Redis');
first('127.0.0.1:3306', '3306 MySQL');
first('constructor', undefined);
first('toString', undefined);

function marks(text: string, expected: string): void {
  test(`${text} marks ${expected}`, () => {
    const [match] = registry.search(text, 1);
    let marked = match?.name ?? '';
    for (const { start, end } of match?.spans.toReversed() ?? [])
      marked = `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`;
    assert.equal(marked, expected);
  });
}

marks('postg', '[Postg]reSQL');
marks('node exporter', '[node]_[exporter]');
marks('kafak', 'Apache [Kafka]');
marks('redis 6379', '[Redis]');
marks('2377', 'Docker Swarm');

function suggests(name: string, expected: string): void {
  test(`suggest ${name}`, () => assert.ok(registry.suggest(name).includes(expected), `${registry.suggest(name)}`));
}

suggests('postgrsql', 'PostgreSQL');
suggests('postgress', 'PostgreSQL');
suggests('redsi', 'Redis');
suggests('elasticsarch', 'Elasticsearch');
suggests('mong', 'MongoDB');
suggests('nod exporter', 'node_exporter');
test('nothing near', () => assert.deepEqual(registry.suggest('qqqqqqqqqqqq'), []));
test('at most five', () => assert.ok(registry.suggest('ss').length <= 5));
test('a number is no name', () => assert.deepEqual(registry.suggest('70000'), []));
