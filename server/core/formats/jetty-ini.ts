import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';

/** What Jetty starts with: `start.ini` and the files of its modules. */
export const jettyIni: Format = defineTreeFormat({
  id: 'jetty-ini',
  title: 'Eclipse Jetty (start.ini)',
  documentation: 'https://jetty.org/docs/jetty/12.1/operations-guide/modules/standard.html',
  files: ['start.ini', '**/start.d/*.ini'],
  languages: [],
  syntax: text => readKeyValue(text, PROPERTIES),
  places: [at('--*', nothing())],
});
