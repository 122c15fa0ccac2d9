import { SYSCTL } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** RabbitMQ's `rabbitmq.conf`. `none` closes a listener. */
export const rabbitmq: Format = defineTreeFormat({
  id: 'rabbitmq',
  title: 'RabbitMQ',
  documentation: 'https://www.rabbitmq.com/docs/networking',
  files: ['rabbitmq{,-,_,.}*.conf', 'rabbitmq.conf.*', '**/rabbitmq/**/*.conf'],
  except: ['*-env.conf', 'emqx*.conf'],
  languages: [],
  content: { files: ['*.conf'], test: looksLikeRabbitmq },
  syntax: text => readKeyValue(text, SYSCTL),
  dotted: true,
  places: [
    at('**.listeners.**.{acceptors,backlog}', nothing()),
    at('**.listeners.{tcp,ssl}.*', hostPort('listen', { ...TCP, bare: true })),
    at('**.{tcp,ssl}.port', port('listen', TCP)),
    at('management.listener.port', port('listen', TCP)),
    at('distribution.listener.port_range.*', port('listen', TCP)),
  ],
});

/** EMQX has listeners of the same names, and blocks in braces for them. */
function looksLikeRabbitmq(text: string): boolean {
  return (
    text.includes('management.tcp.port') ||
    (text.includes('listeners.tcp.') && !/^listeners\.[\w.]+ ?=? ?\{/m.test(text))
  );
}
