import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';
import { setting } from '../values/setting.ts';

const SETTING = setting();

/** What a template puts into a Secret: `{{ printf "redis://%s:6379" .Release.Name | b64enc }}`. The rest is base64. */
export function templatedSecret(): Reader {
  return {
    what: 'template, by the words of its key',
    read(node, at) {
      for (const scalar of scalars(node)) if (scalar.text.includes('$')) SETTING.read(scalar, at);
    },
  };
}
