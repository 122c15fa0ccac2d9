// `npm run corpus -- DIR...`: what all rules say about folders of repositories, by rule and with samples to read.
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { RULES, SEVERITIES } from '../server/core/analysis.ts';
import { createRandom } from './bench/random.ts';
import { type CorpusFinding, checkRepository, repositoriesIn } from './corpusRepository.ts';

const USAGE = 'npm run corpus -- [--samples N] [--seed S] [--rule ID]... [--out FILE] DIR...';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    samples: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    rule: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
});
const samples = Number(values.samples);
const seed = Number(values.seed);
const unknown = (values.rule ?? []).filter(id => !RULES.some(rule => rule.id === id));
if (positionals.length === 0 || unknown.length > 0 || !(samples >= 0) || !Number.isInteger(seed)) {
  console.error(unknown.length > 0 ? `No such rule: ${unknown.join(', ')}` : USAGE);
  process.exit(2);
}

const start = performance.now();
const out = values.out === undefined ? undefined : openSync(values.out, 'w');
const repositories = positionals.flatMap(repositoriesIn);
const findings: CorpusFinding[] = [];
const faults: string[] = [];
for (const repository of repositories) {
  const { found, failed } = checkRepository(repository, values.rule);
  faults.push(...failed);
  findings.push(...found);
  if (out !== undefined) for (const finding of found) writeSync(out, `${JSON.stringify(finding)}\n`);
}
if (out !== undefined) closeSync(out);
if (faults.length > 0) process.exitCode = 1;

const byRule = new Map(RULES.map(({ id }) => [id, findings.filter(({ rule }) => rule === id)]));
const rules = RULES.map(({ id }) => id).filter(id => values.rule?.includes(id) ?? true);
if (samples > 0) for (const id of rules) printSamples(id, byRule.get(id) ?? []);
printCounts();
for (const fault of faults) console.log(`FAILED ${fault}`);

/** Other rules do not change what is drawn of one. */
function printSamples(id: string, all: readonly CorpusFinding[]): void {
  const drawn = createRandom(seed + id.length * 65_537 + id.charCodeAt(0)).some(all, samples);
  if (drawn.length === 0) return;
  console.log(`${id}: ${drawn.length} of ${all.length}`);
  for (const { repository, path, line, col, severity, message, source } of drawn) {
    console.log(`  ${repository}/${path}:${line}:${col} ${severity}: ${message}`);
    console.log(`    ${source}`);
  }
  console.log('');
}

function printCounts(): void {
  const width = Math.max(...rules.map(id => id.length), 'all rules'.length);
  const print = (title: string, all: readonly CorpusFinding[]): void =>
    console.log([title.padEnd(width), ...counts(all).map(count => `${count}`.padStart(8))].join(''));
  console.log([''.padEnd(width), ...[...SEVERITIES, 'repos'].map(title => title.padStart(8))].join(''));
  for (const id of rules) print(id, byRule.get(id) ?? []);
  print('all rules', findings);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`\n${repositories.length} repositories in ${seconds} s; seed ${seed}`);
}

function counts(all: readonly CorpusFinding[]): readonly number[] {
  return [
    ...SEVERITIES.map(severity => all.filter(finding => finding.severity === severity).length),
    new Set(all.map(({ repository }) => repository)).size,
  ];
}
