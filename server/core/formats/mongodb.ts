import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Tree } from '../syntax/tree.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';

/** MongoDB's `mongod` and `mongos`; the `key = value` files of old servers too. */
export const mongodb: Format = defineTreeFormat({
  id: 'mongodb',
  title: 'MongoDB',
  documentation: 'https://www.mongodb.com/docs/manual/reference/configuration-options/#net-options',
  files: ['{mongod,mongos,mongodb,mongo}{,-,_,.}*.{conf,cfg,yml,yaml}', 'mongod*.conf.*'],
  languages: [],
  content: { files: ['*.{conf,cfg,yml,yaml}'], test: text => text.includes('bindIp') && text.includes('net:') },
  syntax: readMongo,
  dotted: true,
  places: [
    at('net.port', port('listen', { protocols: ['tcp'], addressKey: 'bindIp' })),
    at('port', port('listen', { protocols: ['tcp'], addressKey: 'bind_ip' })),
    at('sharding.configDB', hostPort('connect', { protocols: ['tcp'] })),
  ],
});

function readMongo(text: string): Tree {
  return /^\w+[ \t]*=/m.test(text) ? readKeyValue(text, INI) : readYaml(text);
}
