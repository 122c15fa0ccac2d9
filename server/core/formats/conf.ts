import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readAnyConf } from '../syntax/anyConf.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { setting } from './values/setting.ts';

/** A configuration file of no known format, in the syntax that it looks like. */
export const conf: Format = defineTreeFormat({
  id: 'conf',
  title: 'Other configuration',
  documentation: 'https://en.wikipedia.org/wiki/Configuration_file',
  files: [
    '*.{conf,cfg,config,ini,cnf,inf,rc}',
    '*.{conf,cfg,ini,cnf}.{example,sample,dist,default,template,tmpl,in,j2}',
    'etc/default/*',
    'etc/sysconfig/*',
  ],
  languages: ['ini'],
  isGeneral: true,
  syntax: readAnyConf,
  places: [],
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  rest: setting({ confidence: 'guess' }),
});
