import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { manifest, words } from '../scripts/manifest.ts';

const ROOT = join(import.meta.dirname, '..');
const MANIFEST = JSON.parse(JSON.stringify(manifest()));
const WORDS = words();

/** The properties whose texts people see. */
const SHOWN = new Set([
  ...['displayName', 'description', 'title', 'shortTitle', 'name', 'label', 'contents', 'altText'],
  ...['markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions', 'deprecationMessage'],
]);

/** Names, which stay as they are in every language. */
const NAMES: readonly string[] = ['portolan', 'Portolan'];

function shownTexts(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return SHOWN.has(key) && !NAMES.includes(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(each => shownTexts(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => shownTexts(each, name));
}

const TEXTS = shownTexts(MANIFEST);
const keyOf = (text: string): string => text.slice(1, -1);

test('every text of the manifest can be translated', () => {
  assert.deepEqual(
    TEXTS.filter(text => !/^%[\w.-]+%$/.test(text)),
    [],
  );
  assert.deepEqual(
    TEXTS.map(keyOf).filter(key => !WORDS[key]),
    [],
  );
});

test('no text is left over', () => {
  const used = new Set(TEXTS.map(keyOf));
  assert.deepEqual(
    Object.keys(WORDS).filter(key => !used.has(key)),
    [],
  );
});

test('every command that is named exists', () => {
  const known = new Set<string>(MANIFEST.contributes.commands.map(({ command }: { command: string }) => command));
  const named = [
    ...JSON.stringify([MANIFEST, WORDS]).matchAll(/(?:command:|onCommand:|"command":")(portolan\.[\w.]+)/g),
  ];
  assert.deepEqual(
    named.map(([, command = '']) => command).filter(command => !known.has(command)),
    [],
  );
});

test('the pictures of the walkthrough are there, small, and in the colours of the theme', () => {
  for (const { steps } of MANIFEST.contributes.walkthroughs)
    for (const { media, completionEvents } of steps) {
      const picture = readFileSync(join(ROOT, media.svg), 'utf8');
      assert.ok(picture.length < 4000, media.svg);
      assert.doesNotMatch(picture, /(?:fill|stroke)="#/, media.svg);
      assert.ok(completionEvents.length > 0);
    }
});

/** VS Code makes these for each view, so ours must have other names. */
const MADE_FOR_VIEWS = ['focus', 'open', 'removeView', 'resetViewLocation', 'toggleVisibility'];

test('no command has the name of one that the editor makes for a view', () => {
  const views: readonly { id: string }[] = Object.values(MANIFEST.contributes.views).flat() as { id: string }[];
  const made = new Set(views.flatMap(({ id }) => MADE_FOR_VIEWS.map(name => `${id}.${name}`)));
  assert.ok(made.has('portolan.portMap.open'));
  assert.deepEqual(
    MANIFEST.contributes.commands
      .map(({ command }: { command: string }) => command)
      .filter((id: string) => made.has(id)),
    [],
  );
});

test('a command that needs a row is offered only at one', () => {
  const { menus } = MANIFEST.contributes;
  const atRows = new Set<string>(menus['view/item/context'].map(({ command }: { command: string }) => command));
  const hidden = menus.commandPalette.filter(({ when }: { when: string }) => when === 'false');
  const names = new Set<string>(hidden.map(({ command }: { command: string }) => command));
  assert.deepEqual(
    [...atRows].filter(command => !names.has(command)),
    [],
  );
});

test('all that is named ships', () => {
  const shipped = readFileSync(join(ROOT, '.vscodeignore'), 'utf8').split('\n');
  const named = [...JSON.stringify(MANIFEST).matchAll(/"(?:\.\/)?((?:client|docs|schemas|dist)\/[^"]+)"/g)];
  for (const [, path] of named) {
    assert.ok(shipped.includes(`!${path}`), path);
    assert.ok(path?.startsWith('dist/') || existsSync(join(ROOT, path ?? '')), path);
  }
  assert.ok(shipped.includes('!package.nls.json'));
});

test('settings have an order and tell what they take', () => {
  for (const [name, setting] of Object.entries<Record<string, unknown>>(
    MANIFEST.contributes.configuration.properties,
  )) {
    assert.equal(typeof setting.order, 'number', name);
    assert.equal(typeof setting.scope, 'string', name);
    assert.ok('default' in setting, name);
    if (setting.enum) assert.ok(setting.markdownEnumDescriptions ?? setting.enumDescriptions, name);
  }
});

/** By which menus know what a row is. */
const CONTEXT_VALUES: ReadonlySet<string> = new Set(['listener paged', 'place paged']);

test('what the client says can be translated', () => {
  // A text with a blank between words is for people, and has to go through `l10n.t`; errors for the log may be as they are.
  const raw = globSync('client/**/*.ts', { cwd: ROOT }).flatMap(path => {
    const code = readFileSync(join(ROOT, path), 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .replace(/l10n\.t\(\s*(?:'(?:[^'\\]|\\.)*'|`[^`]*`)/g, '')
      .replace(/const SAMPLE = `[^`]*`/, '');
    const texts = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, text = '']) => text);
    return texts
      .filter(text => /[a-z]{2,} [a-z]{2,}/i.test(text) && !CONTEXT_VALUES.has(text))
      .map(text => `${path}: ${text}`);
  });
  assert.deepEqual(raw, []);
});
