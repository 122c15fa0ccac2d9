import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absolutePath, corePath, joinShown, typedPrefix } from '../../server/node/paths.ts';

function windows(typed: string, folder: string, expected: string): void {
  test(`Windows: ${typed} in ${folder}`, () =>
    assert.equal(absolutePath(typed, corePath(folder, true), true), expected));
}

windows('compose.yaml', 'C:\\work', 'c:/work/compose.yaml');
windows('.', 'C:\\work', 'c:/work');
windows('..\\other\\x', 'C:\\work', 'c:/other/x');
windows('sub/x', 'C:\\work\\', 'c:/work/sub/x');
windows('D:\\x\\y', 'C:\\work', 'd:/x/y');
windows('D:/x', 'C:\\work', 'd:/x');
windows('\\x', 'C:\\work', 'c:/x');
windows('C:\\', 'C:\\work', 'c:/');
windows('\\\\server\\share\\x', 'C:\\work', '//server/share/x');
windows('\\x', '\\\\server\\share\\work', '//server/share/x');
windows('\\\\?\\C:\\long\\x', 'C:\\work', 'c:/long/x');
windows('\\\\?\\UNC\\server\\share\\x', 'C:\\work', '//server/share/x');

function unix(typed: string, folder: string, expected: string): void {
  test(`Unix: ${typed} in ${folder}`, () => assert.equal(absolutePath(typed, folder, false), expected));
}

unix('compose.yaml', '/work', '/work/compose.yaml');
unix('./a//b/../c', '/work', '/work/a/c');
unix('/etc/x', '/work', '/etc/x');
unix('..', '/work/a', '/work');
unix('x', '/', '/x');
unix('odd\\name', '/work', '/work/odd\\name');

function shown(typed: string, rest: string, expected: string, onWindows = false): void {
  test(`${typed} with ${rest} is shown as ${expected}`, () =>
    assert.equal(joinShown(typedPrefix(typed, onWindows), rest), expected));
}

shown('.', 'compose.yaml', 'compose.yaml');
shown('./', 'a/b', 'a/b');
shown('./sub', 'x', 'sub/x');
shown('././/sub//', 'x', 'sub/x');
shown('sub/', 'a/x', 'sub/a/x');
shown('../up', 'x', '../up/x');
shown('/abs', 'x', '/abs/x');
shown('/', 'x', '/x');
shown('a/../b', 'x', 'a/../b/x');
shown('./compose.yaml', '', 'compose.yaml');
shown('.hidden', 'x', '.hidden/x');
shown('.\\sub\\', 'x', 'sub/x', true);
shown('C:\\work', 'x', 'C:/work/x', true);
shown('..', 'x', '../x');
