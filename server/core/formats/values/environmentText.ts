import { readSetting } from '../../ports/read/setting.ts';
import { slice } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** Environment variables in one text: `PORT="8000",HOST=db` (`between` is a comma), or `-e PORT=80 -e X=1` (a blank). */
export function environmentText(between: ',' | ' '): Reader {
  const pattern = between === ',' ? BEHIND_COMMAS : BEHIND_BLANKS;
  return {
    what: 'environment variables in one text',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 1: head = '', 2: name = '', 3: value = '', index } of text.text.matchAll(pattern)) {
          const start = index + head.length;
          const inner = slice(text, start, start + value.length);
          for (const port of readSetting(name, inner, at.words)) at.add(port, inner.span);
        }
      }
    },
  };
}

const BEHIND_COMMAS = /(?<!\w)(([A-Za-z_]\w{0,200})[ \t]*=[ \t]*["']?)([^,"'\n]*)/g;
const BEHIND_BLANKS = /(?<!\w)(([A-Za-z_]\w{0,200})=["']?)([^\s"']*)/g;
