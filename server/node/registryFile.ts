import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledRegistry } from '../../registry/bundled.ts';
import type { Registry } from '../../registry/registry.ts';
import type { Parts } from '../../registry/table.ts';

/** The registry whose text lies in `folder`, as beside the bundles. Nothing is read before the first question. */
export function diskRegistry(folder: string): Registry {
  return bundledRegistry(byteParts(() => readFileSync(join(folder, 'registry.txt'))));
}

/** Only the parts that are asked for become text: a check needs a third of them. */
function byteParts(read: () => Buffer): Parts {
  let known: { readonly bytes: Buffer; readonly ends: readonly number[] } | undefined;
  return index => {
    const { bytes, ends } = (known ??= withEnds(read()));
    return bytes.toString('utf8', index === 0 ? 0 : (ends[index - 1] ?? bytes.length) + 1, ends[index]);
  };
}

const FORM_FEED = 0x0c;

function withEnds(bytes: Buffer): { readonly bytes: Buffer; readonly ends: readonly number[] } {
  const ends: number[] = [];
  for (let at = bytes.indexOf(FORM_FEED); at >= 0; at = bytes.indexOf(FORM_FEED, at + 1)) ends.push(at);
  return { bytes, ends: [...ends, bytes.length] };
}
