import { DOVECOT } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** xinetd. Most services go by their names in /etc/services. */
export const xinetd: Format = defineTreeFormat({
  id: 'xinetd',
  title: 'xinetd',
  documentation: 'https://man.archlinux.org/man/xinetd.conf.5',
  files: ['xinetd*.conf', '**/xinetd.d/*', '*.xinetd', 'xinetd.d-*'],
  except: ['*.{md,sh,yml}'],
  languages: [],
  content: {
    files: ['*.', '*.{conf,in,j2,template}'],
    test: text =>
      /^service \S{1,100}[ \t]{0,40}\{?[ \t\r]{0,40}$/m.test(text) &&
      text.includes('socket_type') &&
      text.includes('wait'),
  },
  syntax: text => readDirectives(text, DOVECOT),
  fill: fillTemplate,
  places: [at('**.port.0', port('listen')), at('**.redirect.1', port('connect', TCP))],
  rest: 'nothing',
});
