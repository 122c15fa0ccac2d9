// `npm test [-- unit] [--update]`: every layer in turn. `unit` stops before the editors, `--update` rewrites goldens.
import { installSystemPackages } from './editor/systemPackages.ts';
import { registryTable } from './registryTable.ts';
import { program, type Result, runEditor, runUnitTests } from './testRuns.ts';

const args = process.argv.slice(2);
if (args.includes('--update')) process.env.UPDATE = '1';
const withEditors = !args.includes('unit');
// In CI an editor that cannot be had is a failure; on a laptop it is told.
const mayMiss = process.env.CI !== 'true';

const STAGES: readonly (readonly [title: string, run: () => Promise<Result>])[] = [
  ['Types', () => program('tsc', ['-b'])],
  ['Lint and format', () => program('biome', ['check', '--error-on-warnings'])],
  ['Unit tests', () => runUnitTests()],
];
const EDITOR_STAGES: typeof STAGES = [
  ['Build and package', () => program('node', ['scripts/package.ts'])],
  ['The .vsix in VS Code', () => runEditor('vsix')],
  ['VS Code for the Web', () => runEditor('web')],
  ['Neovim', () => runEditor('neovim')],
  ['Emacs', () => runEditor('emacs')],
  ['The workbench, by mouse and keyboard', () => runEditor('workbench')],
];

registryTable();
if (withEditors) installSystemPackages();
const results: Result[] = [];
for (const [title, run] of withEditors ? [...STAGES, ...EDITOR_STAGES] : STAGES) {
  console.log(`\n── ${title}`);
  const start = performance.now();
  const result = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`   ${result.missing ?? `${result.passed} passed, ${result.failed} failed`} (${seconds} s)`);
  results.push({ ...result, title });
}

const missing = results.filter(result => result.missing !== undefined);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0) + (mayMiss ? 0 : missing.length);
console.log();
for (const result of results.filter(({ failed }) => failed > 0)) console.log(`failed: ${result.title}`);
for (const result of missing) console.log(`${result.title}: ${result.missing}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
