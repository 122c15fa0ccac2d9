import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../../scripts/editor/workbench.ts';
import { ROOT } from '../../scripts/root.ts';

/** Pictures of this run, to be looked at. */
const TAKEN = join(ROOT, 'dist/pictures');
/** Those that the README shows. */
const SHOWN = join(ROOT, 'docs/images');

/** Keeps a picture for people to look at, and no more. */
export async function keep(workbench: Workbench, name: string): Promise<void> {
  mkdirSync(TAKEN, { recursive: true });
  await workbench.picture(join(TAKEN, `${name}.png`));
}

/**
 * Keeps a picture that the README shows, too. No two runs draw the same pixels, so what `subject` says stands beside the
 * picture as text: once the editor says something else, the picture is stale, and this fails. With `UPDATE=1` both are made anew.
 */
export async function show(workbench: Workbench, name: string, subject: Locator): Promise<void> {
  await keep(workbench, name);
  const says = textOf(await subject.allInnerTexts());
  const file = join(SHOWN, `${name}.txt`);
  if (process.env.UPDATE === '1') {
    await workbench.picture(join(SHOWN, `${name}.png`));
    writeFileSync(file, says);
  }
  const shown = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '';
  assert.equal(says, shown, `docs/images/${name}.png is stale: npm test -- --update takes it anew`);
}

/** Icons are letters of a font of their own. */
function textOf(parts: readonly string[]): string {
  const lines = parts
    .join('\n')
    .replace(/\p{Private_Use}/gu, '')
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim());
  return `${lines.filter(line => line !== '').join('\n')}\n`;
}
