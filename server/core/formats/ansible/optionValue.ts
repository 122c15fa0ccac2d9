import { readSetting } from '../../ports/read/setting.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `{option: http_port, value: 8080}` of `ini_file` and of roles that write settings. */
export function optionValue(): Reader {
  return {
    what: 'by the words of its option',
    read(node, at) {
      const option = at.sibling('option')?.text ?? '';
      for (const scalar of scalars(node))
        for (const port of readSetting(option, at.text(scalar), at.words)) at.add(port, scalar.inner);
    },
  };
}
