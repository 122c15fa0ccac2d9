import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';
import { setting } from '../values/setting.ts';
import { fileName, isFileName } from './fileName.ts';

const SETTING = setting();

/** What stands under a key of a ConfigMap: a file of that name where it has several lines, else a setting. */
export function dataFile(): Reader {
  return {
    what: 'file of that name, or a setting by the words of its key',
    read(node, at) {
      const key = at.keys.at(-1) ?? '';
      for (const scalar of scalars(node)) {
        const isBlock = scalar.style === 'literal' || scalar.style === 'folded';
        if (!isBlock && !scalar.text.includes('\n') && !isFileName(key)) SETTING.read(scalar, at);
        else if (key !== EXAMPLE) at.embed(fileName(key, scalar.text), at.text(scalar));
      }
    },
  };
}

/** Of Knative's own settings: all that could be set, with words about it. */
const EXAMPLE = '_example';
