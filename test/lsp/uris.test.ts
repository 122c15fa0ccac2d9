import assert from 'node:assert/strict';
import test from 'node:test';
import { folderAround, folderOf, uriIn } from '../../server/lsp/folders.ts';
import { pathOf, uriOf } from '../../server/lsp/uris.ts';

function check(uri: string, path: string, back: string = uri): void {
  test(`${uri} is ${path}`, () => {
    assert.equal(pathOf(uri), path);
    assert.equal(uriOf(path), back);
  });
}

check('file:///home/me/compose.yaml', '/home/me/compose.yaml');
check('file:///home/me/a%20b/%C3%A9.env', '/home/me/a b/é.env');
check('file:///home/me/100%25', '/home/me/100%');
check('file:///home/me/50%', '/home/me/50%', 'file:///home/me/50%25');
check('file:///a/%28b%29', '/a/(b)');
check('file://localhost/etc/x', '/etc/x', 'file:///etc/x');
check('file:///c%3A/x/compose.yaml', 'c:/x/compose.yaml');
check('file:///C:/x/compose.yaml', 'c:/x/compose.yaml', 'file:///c%3A/x/compose.yaml');
check('FILE:///c%3a/x', 'c:/x', 'file:///c%3A/x');
check('file://server/share/x.yaml', '//server/share/x.yaml');
check('vscode-vfs://github/owner/repo/compose.yaml', 'vscode-vfs://github/owner/repo/compose.yaml');
check('vscode-test-web://mount/a%20b.yaml', 'vscode-test-web://mount/a b.yaml');
check('untitled:Untitled-1', 'untitled:///Untitled-1', 'untitled:///Untitled-1');
check(
  'git:/home/me/compose.yaml?%7B%22ref%22%3A%22HEAD%22%7D',
  'git:///home/me/compose.yaml',
  'git:///home/me/compose.yaml',
);

test('a lone surrogate makes no URI that fails', () => {
  assert.equal(uriOf('/a\uD800b'), 'file:///a%EF%BF%BDb');
});

const FOLDERS = ['file:///work/', 'file:///work/packages/a', 'file:///C:/code', 'memfs:/virtual'].map(folderOf);

function around(path: string, folder: string | undefined, uri: string): void {
  test(`${path} lies in ${folder}`, () => {
    assert.equal(folderAround(FOLDERS, path)?.uri, folder);
    assert.equal(uriIn(FOLDERS, path), uri);
  });
}

around('/work/compose.yaml', 'file:///work', 'file:///work/compose.yaml');
around('/work/packages/a/x y.env', 'file:///work/packages/a', 'file:///work/packages/a/x%20y.env');
around('/work/packages/ab/.env', 'file:///work', 'file:///work/packages/ab/.env');
around('/workshop/.env', undefined, 'file:///workshop/.env');
around('c:/code/.env', 'file:///C:/code', 'file:///C:/code/.env');
around('memfs:///virtual/.env', 'memfs:/virtual', 'memfs:/virtual/.env');

function root(uri: string, path: string, file: string): void {
  test(`${uri} is a folder`, () => {
    assert.equal(folderOf(uri).uri, uri);
    assert.equal(uriIn([folderOf(uri)], path), file);
  });
}

root('file:///', '/etc/x.env', 'file:///etc/x.env');
root('memfs://host/', 'memfs://host/x.env', 'memfs://host/x.env');
root('memfs:/', 'memfs:///x.env', 'memfs:/x.env');
