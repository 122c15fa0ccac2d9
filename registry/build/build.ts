import { writeFileSync } from 'node:fs';
import { writeTable } from '../table.ts';
import { encode } from './encode.ts';
import { readSources } from './sources.ts';

/** `npm run registry:build`: writes `table.generated.txt` from the committed tables, or says what is wrong with them. */
const folder = new URL('../', import.meta.url);
const problems: string[] = [];
const table = encode(readSources(folder, message => problems.push(message)));

if (problems.length > 0) {
  console.error(problems.map(message => `registry/${message}`).join('\n'));
  process.exitCode = 1;
} else {
  const text = writeTable(table);
  writeFileSync(new URL('table.generated.txt', folder), text);
  console.log(`registry/table.generated.txt: ${Math.round(text.length / 1024)} KB`);
}
