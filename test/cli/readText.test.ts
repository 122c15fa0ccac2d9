import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { createTextReader, encode, LARGEST_FILE, readBytes } from '../../server/node/readText.ts';
import { temporaryFolder, writeFiles } from '../harness/temporaryFolder.ts';

function reads(name: string, bytes: Uint8Array | string, expected: string): void {
  test(`${name} is read, and written back as it was`, () => {
    const read = readBytes(Buffer.from(bytes));
    assert.ok('text' in read, JSON.stringify(read));
    assert.equal(read.text, expected);
    if (!read.damaged) assert.deepEqual(Buffer.from(encode(read, read.text)), Buffer.from(bytes));
  });
}

function refuses(name: string, bytes: Uint8Array | string, reason: string): void {
  test(`${name} is refused`, () => assert.deepEqual(readBytes(Buffer.from(bytes)), { reason }));
}

const TEXT = 'PORT=8080 # é 港 🚢\r\n';

reads('an empty file', '', '');
reads('UTF-8', TEXT, TEXT);
reads('UTF-8 with a mark', `\uFEFF${TEXT}`, TEXT);
reads('UTF-16, little end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), TEXT);
reads('UTF-16, big end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(), TEXT);
reads('a zero byte late in a text', `${'#'.repeat(9000)}\0`, `${'#'.repeat(9000)}\0`);
reads('the replacement character itself', 'PORT=1 # \uFFFD', 'PORT=1 # \uFFFD');
reads(
  'a Latin-1 comment',
  Buffer.from('# caf\xe9\nPORT=8080\nOTHER=9090\n', 'latin1'),
  '# caf\uFFFD\nPORT=8080\nOTHER=9090\n',
);
refuses('a zero byte', 'PORT=8080\0', 'binary');
refuses('UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), 'binary');
refuses('UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x50, 0, 0, 0]), 'binary');
refuses('a text in another alphabet', Buffer.from('\xcf\xee\xf0\xf2 \xcf\xee\xf0\xf2', 'latin1'), 'not UTF-8 text');
refuses('11 MB', Buffer.alloc(11 * 1024 * 1024, 'x'), 'larger than 10 MB');

test('damaged text is marked as such, so that nothing writes it', () => {
  const read = readBytes(Buffer.from('# caf\xe9\nPORT=8080\nOTHER=9090\n', 'latin1'));
  assert.ok('text' in read && read.damaged);
});

test('files of all sizes around that of the buffer', () => {
  const folder = temporaryFolder();
  const reader = createTextReader();
  for (const size of [0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 1024 * 1024, LARGEST_FILE]) {
    writeFiles(folder, { file: 'x'.repeat(size) });
    const read = reader.readFile(join(folder, 'file'));
    assert.equal('text' in read ? read.text.length : read.reason, size);
  }
  writeFiles(folder, { file: 'x'.repeat(LARGEST_FILE + 1) });
  assert.deepEqual(reader.readFile(join(folder, 'file')), { reason: 'larger than 10 MB' });
});

test('what is no file has a reason', () => {
  const folder = temporaryFolder();
  const reader = createTextReader();
  assert.deepEqual(reader.readPath(folder), { reason: 'is a folder' });
  assert.deepEqual(reader.readPath(join(folder, 'missing')), { reason: 'no such file or folder' });
  assert.deepEqual(reader.readFile(join(folder, 'missing')), { reason: 'no such file or folder' });
});
