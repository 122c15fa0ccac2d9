import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packagedExtension } from '../packagedExtension.ts';
import { ROOT } from '../root.ts';
import { atMost, type Row, type Section } from './section.ts';

/** What people download. */
export function benchSizes(): Section {
  const packaged = statSync(packagedExtension()).size;
  const files = globSync('dist/*.{js,cjs,txt}', { cwd: ROOT }).toSorted();
  const rows = files.map((name): Row => {
    const content = readFileSync(join(ROOT, name));
    return {
      what: basename(name),
      figure: `${bytes(content.length)}; ${bytes(gzipSync(content).length)} gzipped`,
      command: 'npm run build',
    };
  });
  const target = atMost(packaged, 999_999, 'under 1,000,000 bytes');
  return {
    title: 'sizes',
    rows: [{ what: 'the .vsix', figure: bytes(packaged), target, command: 'npm run package' }, ...rows],
    notes: [],
  };
}

function bytes(count: number): string {
  return `${count.toLocaleString('en')} bytes`;
}
