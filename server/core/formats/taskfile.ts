import { fillPlaceholders, MUSTACHE } from '../ports/read/placeholders.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { type At, at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { keySet } from './values/keySet.ts';
import { nothing } from './values/nothing.ts';
import { scripts } from './values/scripts.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';
import { rootVariables } from './variables/portVariables.ts';

/** Task, a runner of commands. */
export const taskfile: Format = defineTreeFormat({
  id: 'taskfile',
  title: 'Taskfile',
  documentation: 'https://taskfile.dev/docs/reference/schema',
  files: ['taskfile{.,-,_}*.{yml,yaml}', 'taskfile.{yml,yaml}', '{taskfiles,.taskfiles,.task}/**/*.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => /^tasks:/m.test(text) && /^version:/m.test(text) && /\b(?:cmds?|deps):/.test(text),
  },
  syntax: readYaml,
  fill: text => fillPlaceholders(text, MUSTACHE),
  places: [at('**.{sources,generates,deps,requires,dir,prompt,aliases,includes}', nothing())],
  rest: scripts({
    commands: keySet('cmds cmd sh status defer'),
    silent: keySet('desc summary msg label if platforms task'),
    isCommand: isShortTask,
  }),
  facts: fromEnvironment(rootVariables('vars', 'env'), name => name.replace(/^\./, '')),
});

/** `tasks: {serve: hugo server}`, also a list of such lines. */
function isShortTask({ keys }: At): boolean {
  return keys.length === 2 && keys[0] === 'tasks';
}
