import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPort } from '../../registry/port.ts';
import { explain, explainPort, explanationMarkdown, explanationText } from '../../server/core/analysis.ts';
import { REGISTRY } from '../harness/registry.ts';

/** `expected`: the ports, or what is said instead. */
function check(query: string, expected: readonly number[] | RegExp, suggestion?: string): void {
  test(JSON.stringify(query), () => {
    const found = explain(REGISTRY, query);
    if (found.kind === 'ports') assert.deepEqual(found.ports, expected);
    else {
      assert.ok(expected instanceof RegExp, found.message);
      assert.match(found.message, expected);
      if (suggestion !== undefined) assert.ok(found.suggestions.includes(suggestion), found.suggestions.join());
    }
  });
}

check('1640', [1640]);
check(' 1640 ', [1640]);
check('0', [0]);
check('65535/UDP', [65535]);
check('8080-8082', [8080, 8081, 8082]);
check('8080-8080', [8080]);
check('repcmd', [641]);
check('postgres', [5432]);
check('postgres/udp', /no service, software or image/);
check('REPCMD/tcp', [641]);
check('repcmd/sctp', /no service, software or image called `repcmd`/);
check('65536', /65536 is no port.* from 0 to 65535/, '6553');
check('1-65536', /65536 is no port/, '1-65535');
check('9'.repeat(400), /9 is no port/, '9999');
check('-1', /from 0 to 65535/);
check('8082-8080', /runs backwards: 8082-8080/, '8080-8082');
check('80/http', /`http` is no protocol/, 'tcp');
check('80/tcp/x', /no protocol/);
check('postgress', /no service, software or image/, 'postgresql');
check('', /no service, software or image/);
check('\u001b[31m', /no service, software or image/);

test('software is found by its name, with all its ports', () => {
  const found = explain(REGISTRY, 'postgresql');
  assert.ok(found.kind === 'ports' && found.ports.includes(asPort(5432) as never));
});

function explained(number: number, protocol?: 'tcp' | 'udp'): ReturnType<typeof explainPort> {
  const port = asPort(number);
  assert.ok(port !== undefined);
  return explainPort(REGISTRY, port, protocol);
}

test('1640: what is registered, what is documented, what is only said', () => {
  const port = explained(1640);
  assert.deepEqual(
    port.registry.entries.map(({ protocol, service, assignee }) => `${protocol} ${service} ${assignee}`),
    ['tcp cert-responder Tom Markson', 'udp cert-responder Tom Markson'],
  );
  assert.deepEqual(
    port.uses.map(({ software, protocols }) => `${software} ${protocols.join('+')}`),
    ['Apple macOS Server tcp', 'Sun SunScreen SKIP udp'],
  );
  for (const { evidence } of port.uses) assert.match(evidence[0]?.url ?? '', /^https:/);
  assert.deepEqual(
    port.claims.map(({ software, note }) => `${software}: ${note}`),
    ['Autodesk Data Management Server: claimed, no primary source found'],
  );
  assert.deepEqual(port.signOfUse.seenIn, []);
  assert.ok(port.signOfUse.searched > 3 && port.signOfUse.date !== null);
});

test('a number that nobody registered says so', () => {
  assert.deepEqual(
    explained(50000, 'tcp').registry.entries.map(({ status }) => status),
    ['dynamic'],
  );
  assert.deepEqual(
    explained(0, 'tcp').registry.entries.map(({ status }) => status),
    ['reserved'],
  );
});

test('cautions have sources', () => {
  const kinds = (number: number): readonly string[] => explained(number).cautions.map(({ kind }) => kind);
  assert.deepEqual(kinds(6667), ['browser-blocked']);
  assert.deepEqual(kinds(5000), ['system-claimed']);
  assert.deepEqual(kinds(30000), ['node-port']);
  assert.deepEqual(kinds(50000), ['ephemeral', 'ephemeral']);
  assert.deepEqual(kinds(1021), ['experimental']);
  assert.deepEqual(kinds(8081), []);
  for (const { source } of explained(6667).cautions) assert.match(source, /^https:/);
});

test('how to see who listens, by the transport that is used', () => {
  assert.match(explanationText(explained(641)), /ss -ltnp 'sport = :641'\n/);
  assert.match(explanationText(explained(51820)), /Linux: ss -lunp 'sport = :51820'\n/);
  assert.match(explanationText(explained(53, 'udp')), /ss -ltnp 'sport = :53' or ss -lunp/);
});

test('the pages say what the JSON says, and no more than text', () => {
  const port = explained(1640);
  const [terminal, markdown] = [explanationText(port), explanationMarkdown(port)];
  for (const text of [terminal, markdown]) {
    for (const part of ['cert-responder', 'Tom Markson', 'Autodesk', 'no sign of use found', 'no endorsement'])
      assert.ok(text.includes(part), part);
    assert.doesNotMatch(text, /\bunused\b/i);
  }
  assert.doesNotMatch(terminal, /\]\(|\*\*/);
  assert.doesNotMatch(terminal, /[\u0000-\u0009\u000b-\u001f]/);
  assert.match(markdown, /^# Port 1640\n\n/);
});
