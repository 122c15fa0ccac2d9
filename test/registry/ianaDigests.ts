import { readFileSync, writeFileSync } from 'node:fs';
import { digestsOfXml } from './ianaOracle.ts';

/** `node test/registry/ianaDigests.ts PATH`, after `npm run registry:update -- PATH`: what the XML says, as digests. */
const [, , path] = process.argv;
if (path === undefined) throw new Error('usage: node test/registry/ianaDigests.ts PATH');
const xml = readFileSync(path, 'utf8');
const date = /<updated>([^<]*)<\/updated>/.exec(xml)?.[1] ?? '';
const head = [
  `# What IANA's XML of ${date} says of each 256 numbers in every transport; see ianaOracle.ts`,
  '# Written by `node test/registry/ianaDigests.ts PATH`',
];
writeFileSync(new URL('iana.digests.tsv', import.meta.url), [...head, ...digestsOfXml(xml), ''].join('\n'));
