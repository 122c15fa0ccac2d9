import { APACHE } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

/** CUPS. */
export const cups: Format = defineTreeFormat({
  id: 'cups',
  title: 'CUPS',
  documentation: 'https://openprinting.github.io/cups/doc/man-cupsd.conf.html',
  files: ['cupsd*.conf', 'cupsd*.conf.*', 'cups-files.conf', 'cups-browsed.conf', '**/cups/client.conf'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text => text.includes('<Policy ') && text.includes('<Limit '),
  },
  syntax: text => readDirectives(text, APACHE),
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('{port,sslport}.0', port('listen', TCP)),
    at('{listen,ssllisten}.0', hostPort('listen', { ...TCP, bare: true })),
    at('{servername,browsepoll}.0', hostPort('connect', TCP)),
    at('browseport.0', port('listen', UDP)),
  ],
  rest: 'nothing',
});
