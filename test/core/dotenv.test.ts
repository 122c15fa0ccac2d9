import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dotenv } from '../../server/core/formats/dotenv.ts';
import { readDocument } from '../../server/core/formats/read.ts';
import { globTest } from '../../server/core/text/glob.ts';
import { unmark } from '../harness/marks.ts';

/** The marked stretches are the spans of the occurrences. */
function ports(marked: string): void {
  test(JSON.stringify(marked), () => {
    const { text, spans } = unmark(marked);
    const facts = readDocument({ path: '/x/.env', text }, dotenv);
    assert.deepEqual(
      facts.occurrences.map(occurrence => text.slice(occurrence.span.start, occurrence.span.end)),
      spans.map(span => text.slice(span.start, span.end)),
    );
    assert.deepEqual(
      facts.occurrences.map(occurrence => occurrence.span.start),
      spans.map(span => span.start),
    );
  });
}

/** The variables of a text, `NAME=value` each, with the port that the value is after `#`. */
function variables(text: string, ...expected: string[]): void {
  test(JSON.stringify(text), () => {
    const facts = readDocument({ path: '/x/.env', text }, dotenv);
    const shown = facts.variables.map(({ name, value, port }) => {
      const number = port?.kind === 'range' ? ` #${port.range.first}` : port ? ` #${port.kind}` : '';
      return `${name}=${value.text.replaceAll('\uFFFC', '…')}${number}`;
    });
    assert.deepEqual(shown, expected);
    for (const { name, nameSpan } of facts.variables) assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
  });
}

ports('PORT=⟦3000⟧');
ports('\uFEFFPORT=⟦3000⟧');
ports('  export  PORT = ⟦3000⟧ # why');
ports('PORT: ⟦3000⟧');
ports('PORT="⟦3000⟧"\r\nDB_PORT=\'⟦5432⟧\'\r\n');
ports('PORT=3000#x');
ports(`PORT=\${OTHER:-⟦3000⟧}`);
ports(`PORT="\${OTHER:-⟦3000⟧}"`);
ports(`PORT='\${OTHER:-3000}'`);
ports('PORT="\\"⟦3000⟧"');
ports('KEY="a\nhttp://x:⟦80⟧\nb"\nPORT=⟦81⟧');
ports('KEY="a\nPORT=⟦81⟧');
ports('KEY="a\nOTHER="b"\nPORT=⟦81⟧');
ports('#PORT=80');
ports('PORT 80');
ports('A=http://x:⟦80⟧/,http://y:⟦81⟧/');

variables('A=1', 'A=1 #1');
variables('A=70000', 'A=70000 #invalid');
variables('A=8080-8090', 'A=8080-8090 #8080');
variables(`A=80\nB=\${A}80`, 'A=80 #80', 'B=8080 #8080');
variables('A=80\nB=$A', 'A=80 #80', 'B=80 #80');
variables('B=$A', 'B=… #variable');
variables(`B=\${A:-80}`, 'B=80 #variable');
variables("A=80\nB='$A'", 'A=80 #80', 'B=$A');
variables('A="x\\ny\\tz"', 'A=x\ny\tz');
variables("A='it\\'s\\n'", "A=it's\\n");
variables('A= # nothing', 'A=');
variables('A=a#b # c', 'A=a#b');
variables('A="x # y" # z', 'A=x # y');
variables('BIND_IP=127.0.0.1', 'BIND_IP=127.0.0.1');
variables('A=1\nA=2', 'A=1 #1', 'A=2 #2');
variables('export A=1', 'A=1 #1');
variables('exported=1', 'exported=1 #1');
variables('A.b-c[0]=1', 'A.b-c[0]=1 #1');

test('values that double each other stay small', () => {
  const lines = Array.from({ length: 200 }, (_, index) => `V${index + 1}=$V${index}$V${index}`);
  const facts = readDocument({ path: '/x/.env', text: ['V0=aa', ...lines].join('\n') }, dotenv);
  assert.ok(facts.variables.every(variable => variable.value.text.length < 5000));
});

test('names of files', () => {
  const matches = globTest(dotenv.files);
  for (const name of ['.env', '.env.local', 'db.env', '.env.example', 'env.example', 'app.env.sample', '.flaskenv'])
    assert.ok(matches(`/x/${name}`), name);
  for (const name of ['.envrc', 'env.ts', 'environment', 'compose.yaml']) assert.ok(!matches(`/x/${name}`), name);
});
