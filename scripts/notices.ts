import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** The licences of the packages whose files are among `inputs`: they ask to be shown wherever the code goes. */
export function notices(inputs: readonly string[]): string {
  const packages = new Set(inputs.flatMap(input => packageOf(input) ?? []));
  const texts = [...packages].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(ROOT, folder)).find(entry => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(ROOT, folder, file), 'utf8').trim();
    return `${name} ${version}\n\n${text.replaceAll('\r\n', '\n')}\n`;
  });
  return `Portolan contains the following packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** `node_modules/@scope/name` of `node_modules/@scope/name/lib/x.js`; the innermost of nested ones. */
function packageOf(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}
