import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { connection } from './values/connection.ts';
import { environment } from './values/environment.ts';
import { port } from './values/port.ts';

/** Circus: sockets that it opens for its watchers, and their commands. */
export const circus: Format = defineTreeFormat({
  id: 'circus',
  title: 'Circus',
  documentation: 'https://circus.readthedocs.io/en/latest/configuration/',
  files: ['circus*.ini', 'circus*.conf'],
  languages: [],
  content: { files: ['*.{ini,conf}'], test: text => text.includes('[watcher:') || text.includes('[circus]') },
  syntax: text => readKeyValue(text, INI),
  places: [
    at('socket:*.port', port('listen', { protocols: ['tcp'], addressKey: 'host' })),
    at('circus.{endpoint,pubsub_endpoint,stats_endpoint}', connection('listen')),
    at('circus.httpd_port', port('listen', { protocols: ['tcp'], addressKey: 'httpd_host' })),
    at('watcher:*.{cmd,args}', command()),
    at('env*', environment()),
  ],
});
