import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { LOGSTASH } from '../syntax/braces/braceDialect.ts';
import { readBraces } from '../syntax/braces.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** Logstash's pipelines. */
export const logstash: Format = defineTreeFormat({
  id: 'logstash',
  title: 'Logstash pipeline',
  documentation: 'https://www.elastic.co/docs/reference/logstash/configuration-file-structure',
  files: ['logstash{,-,_,.}*.conf', '**/logstash/**/*.conf', '*.logstash'],
  languages: ['logstash'],
  content: {
    files: ['*.{conf,cfg,config}'],
    test: text => /^[ \t]*(?:input|output|filter)\s*\{/m.test(text) && text.includes('=>'),
  },
  syntax: text => readBraces(text, LOGSTASH),
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  places: [
    at('input.**.port', port('listen')),
    at('output.**.port', port('connect', { addressKey: 'host' })),
    at('**.{hosts,host,bootstrap_servers,uri,url,urls}', hostPort('connect')),
    at('filter', nothing()),
  ],
});
