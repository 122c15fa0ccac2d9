import assert from 'node:assert/strict';
import test from 'node:test';
import { FORMATS } from '../../server/core/analysis.ts';
import { globTest } from '../../server/core/text/glob.ts';
import { fewerGlobs } from '../../server/lsp/files/fewerGlobs.ts';
import { globsOf } from '../../server/lsp/files/findPortFiles.ts';
import { fixtures } from '../harness/golden.ts';

function check(globs: readonly string[], expected: readonly string[]): void {
  test(globs.join(' '), () => assert.deepEqual(fewerGlobs(globs), expected));
}

check([], []);
check(['**/*.yaml'], ['**/*.yaml']);
check(['**/*.yaml', '**/*.{yml,toml}'], ['**/*.{toml,yaml,yml}']);
check(['**/*.yaml', '**/compose*.yaml', '**/x.d/**/*.yaml', '**/compose.yaml'], ['**/*.yaml']);
check(['**/*.yaml', '**/*.gitlab-ci.yaml'], ['**/*.yaml']);
check(['**/Dockerfile', '**/.env'], ['**/{.env,Dockerfile}']);
check(['**/Dockerfile.*', '**/{Docker,Container}file'], ['**/{Containerfile,Dockerfile}', '**/Dockerfile.*']);
check(['**/*.conf.*', '**/redis*.conf.*', '**/*.conf'], ['**/*.conf', '**/*.conf.*']);
check(['**/*.service', '**/x*.{service,d/*}'], ['**/*.service', '**/x*.{service,d/*}']);
check(['**/{a,{b,c}}*.yaml', '**/*.txt'], ['**/*.txt', '**/{a,{b,c}}*.yaml']);
check(['**/myaml', '**/*.yaml'], ['**/*.yaml', '**/myaml']);

test('the same files match, and few globs are left', () => {
  const few = globsOf([]);
  const all = FORMATS.flatMap(({ files, content }) => [...files, ...(content?.files ?? [])]);
  const each = [...new Set(all)].map(glob => `**/${glob.replace(/^(?:\*\*)?\//, '')}`);
  const names = [...fixtures().map(({ name }) => name), 'a/b.c', 'x/y', 'README.md', 'a.png'].map(name => `/${name}`);
  const [isMatched, wasMatched] = [globTest(few), globTest(each)];
  assert.deepEqual(
    names.filter(name => isMatched(name) !== wasMatched(name)),
    [],
  );
  assert.ok(few.length < each.length / 5, `${few.length} of ${each.length}`);
});
