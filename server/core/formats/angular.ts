import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { onHost } from './tree/onHost.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { connection } from './values/connection.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** Workspaces of Angular and Nx, and the proxies of their development servers. */
export const angular: Format = defineTreeFormat({
  id: 'angular',
  title: 'Angular and Nx workspaces',
  documentation: 'https://angular.dev/reference/configs/workspace-config',
  files: ['{.,}angular{,-cli}.json', 'nx.json', 'proxy*.conf*.json', 'proxy.{json,config.json}', '.proxyrc{,.json}'],
  languages: [],
  content: {
    files: ['*.json'],
    test: text => (text.includes('"architect"') && text.includes('"builder"')) || text.includes('"executor"'),
  },
  syntax: readJson,
  scope: onHost,
  places: [
    at(
      '**.{architect,targets}.*.{options,configurations.*}.port',
      port('listen', { protocols: ['tcp'], addressKey: 'host' }),
    ),
    at('**.{architect,targets}.*.{options,configurations.*}.{command,commands,commands.*.command}', command()),
    at('**.{target,router,router.*}', connection()),
    at('**.budgets', nothing()),
  ],
});
