import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeSetting } from './values/codeSetting.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Application servers of Ruby, and what Rails says in its own language. */
export const puma: Format = defineTreeFormat({
  id: 'puma',
  title: 'Puma, Unicorn and the environments of Rails',
  documentation: 'https://puma.io/puma/Puma/DSL.html',
  files: [
    '{puma,unicorn,thin}.rb',
    '{puma,unicorn}{.,-,_}*.rb',
    '*{.,-,_}{puma,unicorn}.rb',
    '*unicorn.conf*.rb',
    '**/config/environments/*.rb',
    '**/config/initializers/*.rb',
    '**/config/{puma,unicorn}/*.rb',
    'config.rb',
    'sidekiq.rb',
  ],
  languages: [],
  content: {
    files: ['*.rb'],
    test: text => text.includes('worker_processes') || text.includes('preload_app') || text.includes('threads_count'),
  },
  syntax: codeTree('ruby'),
  places: [
    at('port.0', port('listen', TCP)),
    at('{bind,ssl_bind}.0', hostPort('listen', { protocols: ['tcp'], bare: true })),
    at('ssl_bind.1', port('listen', TCP)),
    at('listen.0', hostPort('listen', { protocols: ['tcp'], bare: true })),
    at('{threads,workers,timeout,worker_timeout,worker_processes}', nothing()),
    at('**.backlog', nothing()),
  ],
  rest: codeSetting(),
  facts: fromEnvironment(),
});
