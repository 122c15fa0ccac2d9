import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { buildAll } from './build.ts';
import { completionSchema } from './completionSchema.ts';
import { manifest, words } from './manifest.ts';
import { STAGE, vsixPath } from './packagedExtension.ts';
import { PROJECT_SCHEMA } from './projectSchema.ts';
import { ROOT } from './root.ts';
import { zipNames } from './zipNames.ts';

/** In bytes; the product promises less than one megabyte. */
const LARGEST = 1_000_000;

/** All that ships beside the manifest. What `.vscodeignore` does not name cannot get in. */
function content(): readonly string[] {
  const lines = readFileSync(join(ROOT, '.vscodeignore'), 'utf8').split(/\r?\n/);
  return lines.filter(line => line.startsWith('!')).map(line => line.slice(1));
}

/** Builds, and returns the path of the .vsix. */
export async function packageExtension(): Promise<string> {
  await buildAll();
  const shipped = manifest();
  rmSync(STAGE, { recursive: true, force: true });
  const present = content().filter(name => existsSync(join(ROOT, name)));
  for (const name of present) copy(name);
  const schema = join(STAGE, relative(ROOT, PROJECT_SCHEMA));
  writeFileSync(schema, JSON.stringify(completionSchema(JSON.parse(readFileSync(PROJECT_SCHEMA, 'utf8')))));
  writeFileSync(join(STAGE, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  writeFileSync(join(STAGE, 'package.nls.json'), `${JSON.stringify(words(), null, 2)}\n`);
  writeFileSync(
    join(STAGE, '.vscodeignore'),
    ['**', ...present.map(name => `!${name}`), '!package.json', ''].join('\n'),
  );
  const packagePath = vsixPath();
  await createVSIX({ cwd: STAGE, packagePath, dependencies: false });
  check(packagePath);
  return packagePath;
}

function copy(name: string): void {
  const to = join(STAGE, name);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(ROOT, name), to);
}

function check(packagePath: string): void {
  const zip = readFileSync(packagePath);
  const names = zipNames(zip);
  const stray = names.filter(name => /\.(?:ts|map)$|node_modules|cli\.js/.test(name));
  if (stray.length > 0) throw new Error(`The .vsix holds ${stray.join(', ')}`);
  if (zip.length >= LARGEST) throw new Error(`The .vsix has ${zip.length} bytes; it must have less than ${LARGEST}`);
  console.log(`${relative(ROOT, packagePath)}: ${names.length} files, ${zip.length} bytes`);
}

if (import.meta.main) await packageExtension();
