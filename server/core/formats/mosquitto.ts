import { MOSQUITTO } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import type { Node } from '../syntax/tree.ts';
import type { Format } from './format.ts';
import { type At, at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Mosquitto. `listener 0 /path` is a Unix socket. */
export const mosquitto: Format = defineTreeFormat({
  id: 'mosquitto',
  title: 'Mosquitto',
  documentation: 'https://mosquitto.org/man/mosquitto-conf-5.html',
  files: ['mosquitto*.conf', 'mosquitto*.conf.*', '**/mosquitto/**/*.conf'],
  languages: [],
  content: {
    files: ['*.conf'],
    test: text =>
      text.includes('listener ') && (text.includes('allow_anonymous') || text.includes('persistence_location')),
  },
  syntax: text => readDirectives(text, MOSQUITTO),
  places: [
    at('listener.0', nothing(), isUnixSocket),
    at('listener.0', port('listen', TCP)),
    at('port.0', port('listen', TCP)),
    at('{address,addresses}.*', hostPort('connect', TCP)),
    at('{max_*,*_interval,*_limit,*_size,*_timeout}', nothing()),
  ],
});

/** `listener 0 /run/mosquitto.sock` */
function isUnixSocket(place: At, node: Node): boolean {
  const words = place.parents.at(-1);
  const path = words?.kind === 'list' ? words.items[1] : undefined;
  return node.kind === 'scalar' && node.text === '0' && path?.kind === 'scalar' && path.text.startsWith('/');
}
