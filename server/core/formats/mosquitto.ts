import { MOSQUITTO } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

const TCP = { protocols: ['tcp'] } as const;

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
    at('listener.0', port('listen', TCP)),
    at('port.0', port('listen', TCP)),
    at('{address,addresses}.*', hostPort('connect', TCP)),
    at('{max_*,*_interval,*_limit,*_size,*_timeout}', nothing()),
  ],
});
