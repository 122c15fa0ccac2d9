import assert from 'node:assert/strict';
import test from 'node:test';
import { createRecogniser } from '../../server/core/analysis.ts';
import type { Files } from '../../server/lsp/files/files.ts';
import { createLoader, type Loader } from '../../server/lsp/files/loader.ts';
import { folderOf } from '../../server/lsp/folders.ts';
import { createModel, type Model } from '../../server/lsp/model.ts';

const URI = 'file:///w/.env';
const PATH = '/w/.env';
const NEVER = { isCancellationRequested: false };

interface Desk {
  readonly model: Model;
  readonly loader: Loader;
  /** Answers the read that began as the n-th, from 0, and waits until the answer has been dealt with. */
  answer(read: number, text: string | undefined): Promise<void>;
  text(): string | undefined;
}

/** A loader whose reads come back when the test says so. */
function desk(): Desk {
  const reads: ((text: string | undefined) => void)[] = [];
  const files: Files = {
    async *find() {},
    hides: async () => false,
    read: () => new Promise(resolve => reads.push(resolve)),
  };
  const model = createModel(createRecogniser(), path => assert.fail(path));
  model.setFolders([folderOf('file:///w')]);
  return {
    model,
    loader: createLoader(model, files, () => () => undefined, NEVER),
    async answer(read, text) {
      reads[read]?.(text);
      await new Promise(resolve => setImmediate(resolve));
    },
    text: () => model.snapshot().facts(PATH)?.text,
  };
}

/** Begins to read; the loader needs a moment to get there. */
async function begin({ loader }: Desk, listed: boolean): Promise<void> {
  void loader.load([URI], listed, NEVER);
  await new Promise(resolve => setImmediate(resolve));
}

test('of two reads the one that began last counts, whichever comes back first', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const at = desk();
    await begin(at, true);
    await begin(at, true);
    for (const read of order) await at.answer(read, `PORT=${8000 + read}`);
    assert.equal(at.text(), 'PORT=8001');
  }
});

test('what one of them lists stays listed', async () => {
  const at = desk();
  await begin(at, true);
  await begin(at, false);
  await at.answer(1, 'PORT=8001');
  await at.answer(0, 'PORT=8000');
  assert.equal(at.text(), 'PORT=8001');
  assert.ok(at.model.isListed(PATH));
});

test('a file that is gone meanwhile does not come back', async () => {
  const at = desk();
  await begin(at, true);
  at.loader.forget('/w');
  await at.answer(0, 'PORT=8000');
  assert.equal(at.text(), undefined);
});

test('a file that the second read misses is gone', async () => {
  const at = desk();
  await begin(at, true);
  await begin(at, true);
  await at.answer(1, undefined);
  await at.answer(0, 'PORT=8000');
  assert.equal(at.text(), undefined);
  assert.ok(!at.model.isListed(PATH));
});
