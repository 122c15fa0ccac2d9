import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portolan } from '../harness/commandLine.ts';

function refuses(query: string, suggestion: RegExp): void {
  test(`explain ${query} is exit status 2`, () => {
    const { status, stdout, stderr } = portolan(['explain', query]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, suggestion);
  });
}

refuses('65536', /65535/);
refuses('99999/tcp', /65535/);
refuses('postgressql', /did you mean .*PostgreSQL/i);
refuses('80/tpc', /tcp/);
refuses('0-70000', /65535/);
// Names that every object of JavaScript has.
refuses('constructor', /no service, software or image called `constructor`/);
refuses('__proto__', /no service/);

function finds(query: string, port: number): void {
  test(`explain ${query} is the page of ${port}`, () => {
    const { status, stdout } = portolan(['explain', query, '--format', 'json']);
    assert.equal(status, 0);
    assert.ok(JSON.parse(stdout).some((each: { port: number }) => each.port === port));
  });
}

finds('postgresql/udp', 5432);
finds('grafana/grafana', 3000);
finds('postgres:16', 5432);
finds('Modbus/TCP', 502);
finds('stun / turn', 3478);

test('json is an array, jsonl a line for each port', () => {
  const [port] = JSON.parse(portolan('explain 1640 --format json').stdout);
  assert.equal(port.port, 1640);
  assert.deepEqual(Object.keys(port), ['port', 'registry', 'uses', 'signOfUse', 'claims', 'cautions', 'related']);
  assert.deepEqual(JSON.parse(portolan('explain 1640 --format jsonl').stdout), port);
  const range = portolan('explain 1640-1643 --format jsonl').stdout.trimEnd().split('\n');
  assert.deepEqual(
    range.map(line => JSON.parse(line).port),
    [1640, 1641, 1642, 1643],
  );
});

test('a name gives the ports that it stands for', () => {
  const ports = JSON.parse(portolan('explain postgresql --format json').stdout);
  assert.ok(ports.some((port: { port: number }) => port.port === 5432));
});

test('the transport narrows the answer', () => {
  const [port] = JSON.parse(portolan('explain 641/udp --format json').stdout);
  for (const entry of port.registry.entries) assert.equal(entry.protocol, 'udp');
});

test('text and markdown', () => {
  assert.match(portolan('explain 1640').stdout, /cert-responder/);
  assert.match(portolan('explain 1640 --format markdown').stdout, /^#/);
  assert.doesNotMatch(portolan('explain 0-200').stdout, /[\0-\x09\x0b-\x1f\x7f-\x9f]/);
});

test('every query is answered, or none', () => {
  assert.match(portolan('explain 641 1640').stdout, /repcmd[\s\S]*cert-responder/);
  assert.equal(portolan('explain 641 bogus-name-of-nothing').stdout, '');
});
