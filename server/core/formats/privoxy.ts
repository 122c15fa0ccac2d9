import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const DIALLED = hostPort('connect', TCP);

/** Privoxy and Tinyproxy. */
export const privoxy: Format = defineTreeFormat({
  id: 'privoxy',
  title: 'Privoxy, Tinyproxy',
  documentation: 'https://www.privoxy.org/user-manual/config.html',
  files: ['{privoxy,tinyproxy}*.conf', '{privoxy,tinyproxy}*.conf.*', '**/privoxy/config'],
  languages: [],
  content: { files: ['*.', '*.conf'], test: text => /^(?:listen-address|forward-socks\w*|forward) +\S/m.test(text) },
  syntax: text => readDirectives(text, { ...LINES, continued: false }),
  anyCase: true,
  places: [
    at('{listen-address,port}.0', hostPort('listen', { ...TCP, bare: true })),
    at('{forward,forward-socks4,forward-socks4a,forward-socks5,forward-socks5t,upstream}.*', DIALLED),
    at('connectport.0', port('allow', TCP)),
    at('permit-access.0', DIALLED),
  ],
  rest: 'nothing',
});
