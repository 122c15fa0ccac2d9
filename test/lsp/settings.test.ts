import assert from 'node:assert/strict';
import test from 'node:test';
import { readSettings } from '../../server/lsp/settings/settings.ts';

const DEFAULT = readSettings(undefined).settings;

function check(title: string, section: unknown, expected: object, problems: readonly RegExp[] = []): void {
  test(title, () => {
    const read = readSettings(section);
    assert.deepEqual(read.settings, { ...DEFAULT, ...expected });
    assert.equal(read.problems.length, problems.length, read.problems.join());
    for (const [index, problem] of problems.entries()) assert.match(read.problems[index] ?? '', problem);
    assert.ok(Object.isFrozen(read.settings) && Object.isFrozen(read.settings.rules.levels));
  });
}

test('the default shows warnings of closed files', () => {
  assert.deepEqual(DEFAULT, {
    rules: { levels: {}, pedantic: false },
    workspaceDiagnostics: 'warnings',
    inlayHints: false,
    bindings: [],
  });
});

const levels = (given: object): object => ({ rules: { levels: given, pedantic: false } });

check('nothing', {}, {});
check('null', null, {});
check('no object', 'all', {});
check('a list', [1], {});
check('a level', { rules: { 'datastore-published': 'hint' } }, levels({ 'datastore-published': 'hint' }));
check('off', { rules: { 'datastore-published': 'off' } }, levels({ 'datastore-published': 'off' }));
check('a rule that is none', { rules: { 'datastore-publishd': 'off' } }, {}, [/no rule "datastore-publishd"/]);
check('a level that is none', { rules: { 'datastore-published': 'loud' } }, {}, [/must be error/]);
check('a level that is no text', { rules: { 'datastore-published': 0 } }, {}, [/must be error/]);
check('rules that are no object', { rules: 'off' }, {}, [/portolan.rules must be an object/]);
check('the name of a thing that every object has', { rules: { constructor: 'off' } }, {}, [/no rule/]);
check('shown', { workspaceDiagnostics: 'all' }, { workspaceDiagnostics: 'all' });
check('shown as nobody knows', { workspaceDiagnostics: true }, {}, [/off, warnings or all/]);
check('hints', { inlayHints: true }, { inlayHints: true });
check('hints as nobody knows', { inlayHints: 'on' }, {});
check('a binding', { files: { '*.tpl': 'compose' } }, { bindings: [{ glob: '*.tpl', format: 'compose' }] });
check('a binding to nothing', { files: { '*.tpl': 'word' } }, {}, [/"\*\.tpl" names no known format/]);
check('what is null was not given', { rules: null, files: null, workspaceDiagnostics: null }, {});
