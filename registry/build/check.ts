import { readSources } from './sources.ts';

/** `npm run registry:check`: refuses tables with a fault, and names the place of each. */
const problems: string[] = [];
const { iana, uses, images } = readSources(new URL('../', import.meta.url), message => problems.push(message));

for (const message of problems) console.error(`registry/${message}`);
console.log(
  `${iana.entries.length} assignments, ${uses.length} uses, ${images.length} images, ${problems.length} problems`,
);
if (problems.length > 0) process.exitCode = 1;
