import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProject } from '../harness/project.ts';

/** Two services of one file, each with one mapping: do they want the same host port? */
function check(one: string, other: string, collides: boolean, more: { readonly env?: string } = {}): void {
  test(`${JSON.stringify([one, other])} ${collides ? 'collide' : 'live together'}${more.env ? ` (${more.env})` : ''}`, () => {
    const text = ['services:', ...service('one', one), ...service('other', other), ''].join('\n');
    const project = openProject({ 'compose.yaml': text, ...(more.env !== undefined && { '.env': more.env }) });
    const found = project.findings('compose.yaml').filter(({ rule }) => rule === 'host-port-collision');
    assert.equal(found.length, collides ? 1 : 0, text);
    if (collides) assert.ok((found[0]?.at.span.start ?? 0) > text.indexOf('other:'), 'the later place is the finding');
  });
}

/** `8080:80`, or flow entries of the service before a bar: `profiles: [a] | 8080:80`. */
function service(name: string, written: string): readonly string[] {
  const [mapping = '', ...keys] = written.split('|').reverse();
  const entry = mapping.trim();
  return [
    `  ${name}:`,
    '    image: example/app',
    ...keys.map(key => `    ${key.trim()}`),
    `    ports: [${entry.startsWith('{') ? entry : JSON.stringify(entry)}]`,
  ];
}

const yes = (one: string, other: string, env?: string): void => both(one, other, true, env);
const no = (one: string, other: string, env?: string): void => both(one, other, false, env);

/** The order must not matter. */
function both(one: string, other: string, collides: boolean, env?: string): void {
  const more = env === undefined ? {} : { env };
  check(one, other, collides, more);
  if (one !== other) check(other, one, collides, more);
}

// Transports have port numbers of their own.
yes('8080:80', '8080:80');
yes('8080:80', '8080:81/tcp');
yes('8080:80/tcp', '8080:81/TCP');
yes('53:53/udp', '53:5353/udp');
no('53:53/tcp', '53:53/udp');
no('53:53', '53:53/udp');
no('53:53/sctp', '53:53/udp');
no('8080:80', '8081:80');

// An unset address is every address of both families; 0.0.0.0 and [::] stand for one each.
yes('8080:80', '127.0.0.1:8080:80');
yes('8080:80', '[::1]:8080:80');
yes('8080:80', '0.0.0.0:8080:80');
yes('8080:80', '[::]:8080:80');
yes('8080:80', '192.168.1.10:8080:80');
yes('0.0.0.0:8080:80', '127.0.0.1:8080:80');
yes('0.0.0.0:8080:80', '10.0.0.1:8080:80');
yes('[::]:8080:80', '[::1]:8080:80');
yes('[::]:8080:80', '[fe80::1]:8080:80');
yes('127.0.0.1:8080:80', '127.0.0.1:8080:81');
yes('[::1]:8080:80', '::1:8080:81');
yes('[2001:db8::1]:8080:80', '[2001:0DB8:0:0::0001]:8080:80');
no('0.0.0.0:8080:80', '[::]:8080:80');
no('0.0.0.0:8080:80', '[::1]:8080:80');
no('[::]:8080:80', '127.0.0.1:8080:80');
no('127.0.0.1:8080:80', '[::1]:8080:80');
no('127.0.0.1:8080:80', '127.0.0.2:8080:80');
no('127.0.0.1:8080:80', '10.0.0.1:8080:80');
no('10.0.0.1:8080:80', '192.168.1.10:8080:80');

// Ranges, and what the system chooses.
yes('8000-8010:8000-8010', '8005:80');
yes('8000-8010:8000-8010', '8010-8020:8010-8020');
no('8000-8010:8000-8010', '8011:80');
no('8000-8010:80', '8005:80');
no('8000-8010:80', '8000-8010:80');
no('80', '80');
no('127.0.0.1::80', '127.0.0.1::80');
no('0:80', '0:80');

// Only services that run at the same time.
yes('profiles: [a] | 8080:80', '8080:80');
yes('profiles: [a] | 8080:80', 'profiles: [b, a] | 8080:80');
no('profiles: [a] | 8080:80', 'profiles: [b] | 8080:80');
yes('profiles: [a] | 8080:80', 'profiles: [b] | 8080:80', 'COMPOSE_PROFILES=a,b');
yes('profiles: [a] | 8080:80', 'profiles: [b] | 8080:80', 'COMPOSE_PROFILES=*');
no('profiles: [a] | 8080:80', 'profiles: [b] | 8080:80', 'COMPOSE_PROFILES=a');

// Services without a network of their own publish nothing.
no('network_mode: host | 8080:80', '8080:80');
no('network_mode: "service:other" | 8080:80', '8080:80');
no('network_mode: "container:abc" | 8080:80', '8080:80');
no('network_mode: none | 8080:80', '8080:80');
no('network_mode: "${MODE}" | 8080:80', '8080:80');
no('network_mode: "${MODE:-host}" | 8080:80', '8080:80');
yes('network_mode: bridge | 8080:80', '8080:80');
yes('network_mode: ~ | 8080:80', '8080:80');

// The long form, and a mix.
yes('{ target: 80, published: 8080 }', '8080:80');
yes('{ target: 80, published: "8080", host_ip: 127.0.0.1 }', '127.0.0.1:8080:81');
no('{ target: 80, published: "8000-8010" }', '{ target: 80, published: "8005", protocol: tcp }');
no('{ target: 80, published: "8080", protocol: udp }', '8080:80');
no('{ target: 80 }', '{ target: 80 }');

// Variables: a default counts, a known value counts more, an unknown one is silence.
yes('${PORT:-8080}:80', '8080:80');
yes('${PORT-8080}:80', '${OTHER:-8080}:80');
yes('${OUTER:-${INNER:-8080}}:80', '8080:80');
yes('${PORT}:80', '8080:80', 'PORT=8080');
yes('${PORT:-9090}:80', '8080:80', 'PORT=8080');
yes('${OUTER:-${INNER:-9090}}:80', '8080:80', 'INNER=8080');
yes('${MAPPING:-8080:80}', '8080:80');
yes('${IP:-127.0.0.1}:8080:80', '127.0.0.1:8080:80');
no('${PORT}:80', '8080:80');
no('${PORT:?must be set}:80', '${PORT:?must be set}:80');
no('${PORT:-8080}:80', '8080:80', 'PORT=9090');
no('${IP}:8080:80', '8080:80');
no('8080:80/${PROTOCOL}', '8080:80');
no('8080:80/${PROTOCOL}', '8080:80/udp');
yes('8080:80/${PROTOCOL:-tcp}', '8080:80');
yes('8080:80/${PROTOCOL}', '8080:80/udp', 'PROTOCOL=udp');
no('{ target: 80, published: "8080", protocol: "${PROTOCOL}" }', '8080:80');
no('80${PORT}:80', '8080:80');

// What Docker refuses is published by nobody.
no('localhost:8080:80', '8080:80');
no('8080:80/http', '8080:80');
no('8010-8000:80', '8005:80');
