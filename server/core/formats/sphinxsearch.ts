import { DOVECOT } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { sphinxAddress } from './sphinxsearch/sphinxAddress.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Sphinx and Manticore Search. */
export const sphinxsearch: Format = defineTreeFormat({
  id: 'sphinxsearch',
  title: 'Sphinx, Manticore Search',
  documentation: 'https://manual.manticoresearch.com/Server_settings/Searchd#listen',
  files: ['{sphinx,manticore}*.conf', '{sphinx,manticore}*.conf.*'],
  languages: [],
  content: { files: ['*.{conf,conf.*}'], test: text => /^[ \t]*searchd[ \t]*(?:\{|\r?$)/m.test(text) },
  syntax: text => readDirectives(text, { ...DOVECOT, continued: true, braces: 'word' }),
  fill: fillTemplate,
  places: [
    at('**.listen', sphinxAddress('listen')),
    at('**.{agent,agent_persistent,agent_blackhole}', sphinxAddress('connect')),
    at('**.sql_port.0', port('connect', TCP)),
  ],
  rest: 'nothing',
});
