import { ERB, fillPlaceholders } from '../ports/read/placeholders.ts';
import { maskErb } from '../syntax/maskErb.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { port } from './values/port.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Settings of Rails in YAML with ERB: databases, caches, queues. */
export const databaseYml: Format = defineTreeFormat({
  id: 'database-yml',
  title: 'database.yml and other YAML of Rails',
  documentation: 'https://guides.rubyonrails.org/configuring.html#configuring-a-database',
  files: [
    '{database,cable,mongoid,sidekiq}.yml',
    '{database,cable,mongoid,sidekiq}{.,-,_}*.yml',
    '{database,cable,mongoid,sidekiq}.yml.*',
    '**/config/{storage,resque,shards,memcache,sunspot,cache,queue,redis,secrets,elasticsearch}.yml',
  ],
  languages: [],
  content: {
    files: ['*.yml', '*.yml.*', '*.yml{-,_}*', '*.erb'],
    test: text => text.includes('<%=') && (text.includes('ENV') || text.includes('Rails.')),
  },
  syntax: readYaml,
  mask: maskErb,
  fill: text => fillPlaceholders(text, ERB),
  places: [
    at('**.{url,uri,*_url,*_uri}', connection()),
    at('*.{port,primary.port,replica.port,*.port}', port('connect', { protocols: ['tcp'], addressKey: 'host' })),
  ],
  facts: fromEnvironment(),
});
