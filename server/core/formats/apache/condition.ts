import { networkPort } from '../../ports/read/networkPort.ts';
import { readUrls } from '../../ports/read/url.ts';
import type { Reader } from '../tree/place.ts';

/** What is tested and the pattern behind it: `RewriteCond %{SERVER_PORT} !^443$`. */
export function condition(): Reader {
  return {
    what: 'what `%{SERVER_PORT}` and URLs are compared with (label)',
    read(node, at) {
      const [tested, pattern] = node.kind === 'list' ? node.items : [];
      if (tested?.kind !== 'scalar' || pattern?.kind !== 'scalar') return;
      const text = at.text(pattern);
      for (const port of readUrls(text)) at.add({ ...port, role: 'label', confidence: 'likely' }, pattern.inner);
      const [form, before = '', digits = ''] = patternFor(tested.text)?.exec(text.text) ?? [];
      if (form === undefined) return;
      const place = { from: before.length, to: before.length + digits.length };
      const port = networkPort(text, place, undefined, undefined, ['tcp']);
      if (port) at.add({ ...port, role: 'label', confidence: 'certain' }, pattern.inner);
    },
  };
}

/** What stands before the number, and the number. */
function patternFor(tested: string): RegExp | undefined {
  if (/^%\{(?:SERVER_PORT|HTTP:X-Forwarded-Port)\}$/i.test(tested)) return /^([!=^]{0,3}|-eq|-ne)(\d{1,5})\$?$/;
  return /^%\{HTTP_HOST\}$/i.test(tested) ? /^([^:]{0,250}:)(\d{1,5})\$?$/ : undefined;
}
