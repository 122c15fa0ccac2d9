import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** The processes of an application, one command line each. */
export const procfile: Format = defineTreeFormat({
  id: 'procfile',
  title: 'Procfile',
  documentation: 'https://devcenter.heroku.com/articles/procfile',
  files: ['Procfile', 'Procfile.*', 'Procfile-*', '*.Procfile', '*{-,_}Procfile'],
  languages: ['procfile'],
  syntax: text =>
    readKeyValue(text, {
      ...INI,
      separators: ':',
      comments: '#',
      inline: '',
      quotes: '',
      continuation: 'backslash',
      sections: false,
    }),
  places: [at('*', command())],
  facts: fromEnvironment(),
});
