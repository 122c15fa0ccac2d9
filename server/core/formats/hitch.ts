import { SETTINGS } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { bracketed } from './hitch/bracketed.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** Hitch, which ends TLS before Varnish. */
export const hitch: Format = defineTreeFormat({
  id: 'hitch',
  title: 'Hitch',
  documentation: 'https://github.com/varnish/hitch/blob/master/docs/configuration.md',
  files: ['hitch*.conf', 'hitch.conf.*'],
  languages: [],
  syntax: text => readKeyValue(text, SETTINGS),
  places: [at('frontend', bracketed('listen')), at('backend', bracketed('connect'))],
});
