import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { onHost } from './tree/onHost.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { connection } from './values/connection.ts';
import { environment } from './values/environment.ts';
import { setting } from './values/setting.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** The scripts of Node.js packages and of Deno; nearly every other number is a version. */
export const packageJson: Format = defineTreeFormat({
  id: 'package-json',
  title: 'package.json',
  documentation: 'https://docs.npmjs.com/cli/using-npm/scripts',
  files: ['package.json', 'package.json.*', '*package.json', 'deno.{json,jsonc}'],
  except: ['*.lock'],
  isNameSure: true,
  languages: [],
  content: { files: ['*.json'], test: text => text.includes('"scripts"') && text.includes('ependencies"') },
  syntax: readJson,
  scope: ({ keys }) => (isDevelopment(keys) ? onHost() : { namespace: { kind: 'unknown' } }),
  places: [
    at('{scripts,tasks,betterScripts,jetpack.scripts,husky.hooks}.{*,*.command}', command()),
    at('betterScripts.*.env', environment()),
    at('wireit.*.command', command()),
    at('wireit.*.env', environment()),
    at('{proxy,proxy.*.target,proxy.*}', connection()),
    at('{config,nodemonConfig,browser-sync}', setting()),
    at('jest.{testURL,testEnvironmentOptions.url}', connection()),
    at('publishConfig.**', connection()),
  ],
  rest: 'nothing',
  leavesOut: ['settings of other tools that stand in it'],
  facts: fromEnvironment(),
});

/** `dev`, `serve:docs`, `storybook`: run by hand where one develops. What `start` starts may run in a container. */
function isDevelopment(keys: readonly string[]): boolean {
  return keys.some(key => /^(?:.*[:_-])?(?:dev|develop|serve|preview|watch|debug|storybook)(?:[:_-].*)?$/.test(key));
}
