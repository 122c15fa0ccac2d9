import assert from 'node:assert/strict';
import test from 'node:test';
import type { Range } from 'vscode-languageserver';
import { FULL, startPair } from '../harness/lspPair.ts';

const URI = 'file:///work/compose.yaml';
// Before the port stand a character of two UTF-16 units, four UTF-8 bytes and one UTF-32 unit, and one of 1, 2 and 1.
const TEXT = 'services:\n  db: { labels: ["𝄞é"], image: postgres, ports: ["5432:5432"] }\n';
const COLUMN = TEXT.split('\n')[1]?.indexOf('5432') ?? 0;

/** Opens the text in a client that counts so, edits the host port at `column`, and asks where the finding is. */
function check(encoding: 'utf-16' | 'utf-8' | 'utf-32', column: number): void {
  test(`${encoding}: an edit and a finding`, async () => {
    const pair = await startPair({ capabilities: { ...FULL, general: { positionEncodings: [encoding] } } });
    assert.equal(pair.initialized.capabilities.positionEncoding, encoding);
    pair.open(URI, TEXT);
    const at = (from: number, to: number): Range => ({
      start: { line: 1, character: column + from },
      end: { line: 1, character: column + to },
    });
    const places = async (): Promise<readonly Range[]> => {
      const report = await pair.pull(URI);
      return report.kind === 'full' ? report.items.map(({ range }) => range) : [];
    };
    assert.deepEqual(await places(), [at(0, 4)]);
    pair.change(URI, 2, { range: at(0, 4), text: '15432' });
    assert.deepEqual(await places(), [at(0, 5)]);
    const hover = await pair.hover(URI, { line: 1, character: column + 7 });
    assert.deepEqual(hover?.range, at(6, 10));
    await pair.stop();
  });
}

check('utf-16', COLUMN);
check('utf-8', COLUMN + 3);
check('utf-32', COLUMN - 1);

async function edits(
  title: string,
  text: string,
  changes: readonly (readonly [Range, string])[],
  expected: readonly string[],
) {
  await test(title, async () => {
    const pair = await startPair({});
    pair.open(URI, text);
    pair.change(URI, 2, ...changes.map(([range, inserted]) => ({ range, text: inserted })));
    const report = await pair.pull(URI);
    assert.equal(report.kind, 'full');
    assert.deepEqual(
      report.items.map(({ code, range }) => `${code} ${range.start.line}:${range.start.character}`),
      expected,
    );
    await pair.stop();
  });
}

function range(line: number, from: number, endLine: number, to: number): Range {
  return { start: { line, character: from }, end: { line: endLine, character: to } };
}

const DATABASE = 'services:\n  db:\n    image: postgres\n    ports:\n      - "5432:5432"\n';

await edits(
  'each change counts in the text that the one before it left',
  DATABASE,
  [
    [range(0, 0, 0, 0), '# one\n# two\n'],
    [range(6, 9, 6, 9), '1'],
  ],
  ['datastore-published 6:9'],
);
await edits(
  'a line is put between CRLF lines',
  DATABASE.replaceAll('\n', '\r\n'),
  [[range(4, 0, 4, 0), '      # why\r\n']],
  ['datastore-published 5:9'],
);
await edits(
  'lines are joined',
  DATABASE,
  [
    [range(3, 10, 4, 8), ' ['],
    [range(3, 23, 3, 23), ']'],
  ],
  ['datastore-published 3:13'],
);
await edits('the image is taken out', DATABASE, [[range(2, 0, 3, 0), '']], []);
await edits(
  'a place past the end of a line means its end',
  DATABASE,
  [[range(2, 999, 2, 999), ':16']],
  ['datastore-published 4:9'],
);
await edits(
  'a place past the end of the text means its end',
  DATABASE,
  [[range(99, 0, 99, 9), '# end']],
  ['datastore-published 4:9'],
);
await edits(
  'half of a surrogate pair may come alone',
  DATABASE,
  [
    [range(0, 0, 0, 0), '# \uD834'],
    [range(0, 3, 0, 3), '\uDD1E\n'],
  ],
  ['datastore-published 5:9'],
);

test('a change of a document that was never opened is left alone', async () => {
  const pair = await startPair({});
  pair.change(URI, 2, { text: DATABASE });
  assert.deepEqual(await pair.pull(URI), { kind: 'full', resultId: '1', items: [] });
  await pair.stop();
});

test('typing a file letter by letter ends where opening it begins', async () => {
  const pair = await startPair({});
  pair.open(URI, '');
  let line = 0;
  let character = 0;
  for (const [index, text] of [...DATABASE].entries()) {
    pair.change(URI, index + 2, { range: range(line, character, line, character), text });
    [line, character] = text === '\n' ? [line + 1, 0] : [line, character + 1];
  }
  assert.deepEqual(await pair.problems(URI, DATABASE), ['datastore-published 5432']);
  await pair.stop();
});
