import { APACHE } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostAt } from './values/hostAt.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Pure-FTPd. */
export const pureFtpd: Format = defineTreeFormat({
  id: 'pure-ftpd',
  title: 'Pure-FTPd',
  documentation: 'https://github.com/jedisct1/pure-ftpd/blob/master/pure-ftpd.conf.in',
  files: ['{pure-ftpd,pureftpd}*.conf', '{pure-ftpd,pureftpd}*.conf.*'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text => /^#?[ \t]{0,9}(?:PassivePortRange|ChrootEveryone|FortunesFile)\s/m.test(text),
  },
  syntax: text => readDirectives(text, APACHE),
  fill: fillTemplate,
  anyCase: true,
  places: [at('passiveportrange', port('listen', TCP)), at('bind.0', hostAt(',', 'listen', ['tcp']))],
  rest: 'nothing',
});
