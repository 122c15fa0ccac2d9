import { readHostPorts } from '../ports/read/hostPort.ts';
import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Tree } from '../syntax/tree.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { slice } from '../text/mapped.ts';
import type { Format } from './format.ts';
import { at, type Reader } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { scalars } from './values/scalars.ts';

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
    at('sharding.configDB', replicaSet()),
  ],
});

/** `set/host:port,host:port` */
function replicaSet(): Reader {
  return {
    what: 'members of a replica set (connect)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const members = slice(text, text.text.indexOf('/') + 1, text.text.length);
        for (const found of readHostPorts(members))
          at.add({ ...found, role: 'connect', protocols: ['tcp'], confidence: 'certain' }, scalar.inner);
      }
    },
  };
}

function readMongo(text: string): Tree {
  return /^\w+[ \t]*=/m.test(text) ? readKeyValue(text, INI) : readYaml(text);
}
