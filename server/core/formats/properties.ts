import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { setting } from './values/setting.ts';

/** A Java properties file of no known format. */
export const properties: Format = defineTreeFormat({
  id: 'properties',
  title: 'Other properties',
  documentation: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html',
  files: ['*.properties'],
  languages: [],
  isGeneral: true,
  syntax: text => readKeyValue(text, PROPERTIES),
  places: [],
  dotted: true,
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  rest: setting({ confidence: 'guess' }),
});
