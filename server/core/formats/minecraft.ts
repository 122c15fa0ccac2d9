import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

/** A server of Minecraft, whose file has the name of Kafka's. */
export const minecraft: Format = defineTreeFormat({
  id: 'minecraft',
  title: 'Minecraft server',
  documentation: 'https://minecraft.wiki/w/Server.properties',
  files: [],
  languages: [],
  content: {
    files: ['*.{properties,properties.*}'],
    isSure: true,
    test: text => text.includes('level-name=') || /^server-port=/m.test(text),
  },
  syntax: text => readKeyValue(text, PROPERTIES),
  places: [
    at('server-port', port('listen', { protocols: ['tcp'], addressKey: 'server-ip' })),
    at('server-portv6', port('listen', UDP)),
    at('query\\.port', port('listen', UDP)),
    at('{rcon\\.port,management-server-port}', port('listen', TCP)),
    at('{motd,level-*,max-*,generator-settings}', nothing()),
  ],
});
