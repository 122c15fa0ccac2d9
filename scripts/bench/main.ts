// `npm run bench [-- NAME...] [--rounds N] [--no-build] [--write]`: measures what ships; `--write` rewrites docs/benchmarks.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageExtension } from '../package.ts';
import { ROOT } from '../root.ts';
import { benchActivation } from './activation.ts';
import { benchCheck } from './check.ts';
import { benchHover } from './hover.ts';
import { benchKeystroke } from './keystroke.ts';
import { benchRegistry } from './registry.ts';
import { load, machine, markdown, text } from './report.ts';
import { benchRequests } from './requests.ts';
import { benchScan } from './scan.ts';
import type { Benchmark } from './section.ts';
import { benchSizes } from './sizes.ts';
import { benchStartup } from './startup.ts';
import { SEED } from './trees.ts';

const PAGE = join(ROOT, 'docs/benchmarks.md');

/** Those that start programs come first: a large process takes longer to start another. */
const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  startup: benchStartup,
  activation: benchActivation,
  check: benchCheck,
  scan: benchScan,
  sizes: benchSizes,
  registry: benchRegistry,
  hover: benchHover,
  keystroke: benchKeystroke,
  requests: benchRequests,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    rounds: { type: 'string', default: '11' },
    write: { type: 'boolean', default: false },
    build: { type: 'boolean', default: true },
  },
});
const unknown = positionals.filter(name => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exit(2);
}

if (values.build) await packageExtension();
console.log(`Seed ${SEED}, ${values.rounds} rounds`);
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const before = load();
  const section = await run(Number(values.rounds));
  const where = machine(before);
  console.log(`${text(section)}\n  ${where}`);
  if (values.write) write(name, markdown(section, where));
}

/** Replaces what lies between the marks of a benchmark, and nothing else. */
function write(name: string, content: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [start, end] = [`<!-- ${name}: written by npm run bench -->`, `<!-- end of ${name} -->`];
  const from = page.indexOf(start) + start.length;
  const to = page.indexOf(end);
  if (from < start.length || to < from) throw new Error(`docs/benchmarks.md has no place for ${name}`);
  writeFileSync(PAGE, `${page.slice(0, from)}\n${content}\n${page.slice(to)}`);
}
