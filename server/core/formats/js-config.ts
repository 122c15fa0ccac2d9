import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { onHost } from './tree/onHost.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeSetting } from './values/codeSetting.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Configurations of Node.js tools that are programs, and small servers. */
export const jsConfig: Format = defineTreeFormat({
  id: 'js-config',
  title: 'Configurations in JavaScript and TypeScript',
  documentation: 'https://vite.dev/config/server-options',
  files: [
    '*{.,-,_}{config,conf}.{js,cjs,mjs,ts,cts,mts}',
    '*.config.*.{js,cjs,mjs,ts,cts,mts}',
    '*.conf.*.{js,cjs,mjs,ts,cts,mts}',
    'config.{js,cjs,mjs,ts,cts,mts}',
    '{webpack,rollup,ecosystem,pm2,vite,karma,wdio,protractor}*.{js,cjs,mjs,ts,cts,mts}',
    '{setupProxy,gulpfile,Gruntfile,knexfile,ormconfig,testem,server,settings,constants}.{js,cjs,mjs,ts,cts,mts}',
    'proxy{.,-}*.{js,cjs,mjs,ts}',
    '**/config/**/*.{js,cjs,mjs,ts,cts,mts}',
    '**/.storybook/*.{js,cjs,mjs,ts,cts,mts}',
    '.*rc.{js,cjs,mjs,ts}',
  ],
  except: ['*.d.{ts,mts,cts}', '*.test.*', '*.spec.*', '*.min.*'],
  languages: [],
  comment: '//',
  syntax: codeTree('javascript'),
  scope: ({ keys }) => (isDevelopment(keys) ? onHost() : { namespace: { kind: 'unknown' } }),
  places: [
    at('**.hmr.clientPort', port('advertise', TCP)),
    at('**.{devServer,server,preview,webServer,hmr,dev}.port', port('listen', TCP)),
    at('**.{ecmaVersion,statuses,priority,sizes,thresholds,transpile,browserslist,safelist}', nothing()),
  ],
  rest: codeSetting(),
  leavesOut: ['what the program computes'],
  facts: fromEnvironment(),
});

/** Development servers run where one develops; a program that listens may run in a container. */
function isDevelopment(keys: readonly string[]): boolean {
  return keys.at(-1) === 'port' && DEVELOPMENT.has(keys.at(-2) ?? '');
}

const DEVELOPMENT: ReadonlySet<string> = new Set(['devServer', 'server', 'preview', 'webServer', 'hmr', 'dev']);
