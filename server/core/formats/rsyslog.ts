import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { nameFirst } from './directives/nameFirst.ts';
import type { Format } from './format.ts';
import { parameters } from './rsyslog/parameters.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

/** rsyslog, in its old and its new form. */
export const rsyslog: Format = defineTreeFormat({
  id: 'rsyslog',
  title: 'rsyslog',
  documentation: 'https://www.rsyslog.com/doc/configuration/index.html',
  files: ['rsyslog*.conf', 'rsyslog*.conf.*', '**/rsyslog.d/*', '**/rsyslog/*.conf'],
  except: ['*.{md,yml,yaml,sh}'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*,j2,tmpl}'],
    test: text => /^(?:\$ModLoad |\$InputTCP|\$UDPServerRun|module\(load=|input\(type=|action\(type=)/m.test(text),
  },
  // A statement goes on over the lines; each of them is read by itself.
  syntax: text => nameFirst(readDirectives(text, { ...LINES, quotes: '', continued: false })),
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('{$inputtcpserverrun,$inputrelpserverrun}.1', port('listen', TCP)),
    at('$udpserverrun.1', port('listen', UDP)),
    at('*', parameters(), ({ keys }) => keys[0]?.startsWith('$') === false),
  ],
  rest: 'nothing',
});
