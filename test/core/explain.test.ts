import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPort } from '../../registry/port.ts';
import { explain, explainPort } from '../../server/core/analysis.ts';
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
check('repcmd/sctp', /no service, software or image called `repcmd\/sctp`/);
check('65536', /65536 is no port.* from 0 to 65535/, '6553');
check('1-65536', /65536 is no port/, '1-65535');
check('9'.repeat(400), /9 is no port/, '9999');
check('-1', /from 0 to 65535/);
check('8082-8080', /runs backwards: 8082-8080/, '8080-8082');
check('80/http', /`http` is no protocol/, 'tcp');
check('80/tcp/x', /no protocol/);
check('postgress', /no service, software or image/, 'PostgreSQL');
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
  assert.deepEqual(port.uses.map(({ software, protocols }) => `${software} ${protocols.join('+')}`).toSorted(), [
    'Apple macOS Server tcp',
    'Sun SunScreen SKIP udp',
  ]);
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

test('cautions name their kind, what they are about, and their source', () => {
  const [caution, ...more] = explained(7000).cautions;
  assert.deepEqual(more, []);
  assert.deepEqual(caution && [caution.kind, caution.system, caution.protocols], ['system-claimed', 'macos', ['tcp']]);
  assert.match(caution?.source ?? '', /^https:/);
  assert.equal(explained(6667).cautions[0]?.system, null);
  assert.deepEqual(explained(8081).cautions, []);
});

test('related ports name their relation', () => {
  const related = explained(641).related.map(({ port, protocol, software, relation }) => [
    port,
    protocol,
    software,
    relation,
  ]);
  assert.deepEqual(related, [[653, 'tcp+udp', 'repscmd', 'same-registrant']]);
});

test('remarks stand beside the registration', () => {
  const texts = explained(641).registry.remarks.map(({ text }) => text);
  assert.ok(texts.some(text => text.includes('Replicase')));
  assert.deepEqual(explained(640).registry.remarks, []);
});

test('a use tells how well it is founded, and of which numbers it is', () => {
  const use = explained(6003).uses.find(({ first, last }) => first < last);
  assert.ok(use && use.first <= 6003 && 6003 <= use.last);
  assert.match(use.confidence, /^(?:high|medium|low)$/);
});

test('the service code of DCCP', () => {
  const dccp = explained(9).registry.entries.find(({ protocol }) => protocol === 'dccp');
  assert.equal(dccp?.serviceCode, '1145656131');
  assert.equal(explained(9).registry.entries.find(({ protocol }) => protocol === 'tcp')?.serviceCode, null);
});
