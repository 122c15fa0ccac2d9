import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { isAfter } from './directives/isAfter.ts';
import { nameFirst } from './directives/nameFirst.ts';
import type { Format } from './format.ts';
import { monitPort } from './monit/monitPort.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { urls } from './values/urls.ts';

/** Monit: what it checks, and its own web server. */
export const monit: Format = defineTreeFormat({
  id: 'monit',
  title: 'Monit',
  documentation: 'https://mmonit.com/monit/documentation/monit.html',
  files: [
    'monitrc',
    '*{-,_}monitrc',
    'monitrc{.,-,_}*',
    '*.monitrc',
    '*.monit',
    '**/monit/{conf.d,conf-enabled,conf-available,monit.d}/*',
    '**/monit.d/*',
  ],
  except: ['*.{md,sh,yml,yaml,rb}'],
  languages: [],
  content: {
    files: ['*.', '*.{conf,cfg,j2,erb,tmpl}'],
    test: text => /^[ \t]*check (?:process|host|system|file|program) \S/im.test(text),
  },
  syntax: text => nameFirst(readDirectives(text, { ...LINES, continued: false })),
  fill: fillTemplate,
  anyCase: true,
  places: [at('*.*', monitPort(), isAfter('port')), at('*.*', urls('probe'))],
  rest: 'nothing',
});
