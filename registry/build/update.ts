import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IANA_XML, writeAssignments } from './assignments.ts';
import { readIana } from './iana.ts';

/** `npm run registry:update -- [PATH|URL]`: writes `iana/assignments.tsv` from IANA's XML. */
const source = process.argv[2] ?? IANA_XML;
const target = fileURLToPath(new URL('../iana/assignments.tsv', import.meta.url));

try {
  const snapshot = readIana(await textOf(source));
  writeFileSync(target, writeAssignments(snapshot));
  console.log(`${snapshot.entries.length} assignments of ${snapshot.date} written to ${target}`);
} catch (error) {
  console.error(`registry:update: ${source}: ${reasonOf(error)}`);
  process.exitCode = 1;
}

async function textOf(place: string): Promise<string> {
  if (!/^https?:/.test(place)) return readFileSync(place, 'utf8');
  const response = await fetch(place);
  if (!response.ok) throw new Error(`HTTP ${response.status} ${response.statusText}`);
  return await response.text();
}

/** `fetch` hides the reason in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${reasonOf(error.cause)}`;
}
