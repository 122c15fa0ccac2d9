import { readHostPorts } from '../../ports/read/hostPort.ts';
import { readUrls } from '../../ports/read/url.ts';
import type { Scalar } from '../../syntax/tree.ts';
import type { At, Reader } from '../tree/place.ts';

/** The block of `map` or `geo`: values that may be upstreams, and keys that may be the URLs of clients. */
export function mapBlock(): Reader {
  return {
    what: 'URL and host:port (connect)',
    read(node, at) {
      if (node.kind !== 'map') return;
      for (const { key, value } of node.entries) {
        if (!KEYWORDS.has(key.text)) readKey(key, at);
        const [result] = value?.kind === 'list' ? value.items : [];
        if (result?.kind === 'scalar' && !key.text.startsWith('include')) readValue(result, at);
      }
    },
  };
}

const KEYWORDS: ReadonlySet<string> = new Set(['default', 'include', 'hostnames', 'volatile', 'ranges', 'proxy']);

function readKey(key: Scalar, at: At): void {
  for (const found of readUrls(at.text(key))) at.add({ ...found, role: 'allow', confidence: 'likely' }, key.inner);
}

function readValue(value: Scalar, at: At): void {
  const text = at.text(value);
  const found = text.text.includes('://') ? readUrls(text) : readHostPorts(text);
  for (const port of found) at.add({ ...port, role: 'connect', confidence: 'likely' }, value.inner);
}
