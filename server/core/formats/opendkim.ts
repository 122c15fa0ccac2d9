import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import type { Format } from './format.ts';
import { milterSocket } from './opendkim/milterSocket.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** OpenDKIM and OpenDMARC, whose sockets are those of the milter protocol. */
export const opendkim: Format = defineTreeFormat({
  id: 'opendkim',
  title: 'OpenDKIM, OpenDMARC',
  documentation: 'http://www.opendkim.org/opendkim.conf.5.html',
  files: ['{opendkim,opendmarc}*.conf', '{opendkim,opendmarc}*.conf.*', '**/default/{opendkim,opendmarc}'],
  languages: [],
  content: { files: ['*.{conf,conf.*}'], test: text => /^Socket[ \t]{1,40}inet6?:\d/m.test(text) },
  syntax: text => readDirectives(text, { ...LINES, assign: ['='] }),
  anyCase: true,
  places: [at('socket', milterSocket())],
  rest: 'nothing',
});
