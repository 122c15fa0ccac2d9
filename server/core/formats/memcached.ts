import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

/** Debian's `memcached.conf`: one option of the command line a line. `-U 0` closes UDP. */
export const memcached: Format = defineTreeFormat({
  id: 'memcached',
  title: 'Memcached',
  documentation: 'https://docs.memcached.org/serverguide/#networking',
  files: ['memcached{,-,_,.}*.conf'],
  languages: [],
  content: { files: ['*.conf'], test: text => /^-m \d/m.test(text) && /^-[pls] /m.test(text) },
  syntax: text => readDirectives(text, LINES),
  places: [
    at('{-p,--port}.0', port('listen', TCP)),
    at('{-U,--udp-port}.0', port('listen', UDP)),
    at('{-l,--listen}.0', hostPort('listen')),
  ],
  rest: 'nothing',
});
