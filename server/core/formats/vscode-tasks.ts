import { BRACED_EXPRESSION, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { taskPlaces } from './vscode/taskPlaces.ts';

/** Tasks of VS Code. */
export const vscodeTasks: Format = defineTreeFormat({
  id: 'vscode-tasks',
  title: 'VS Code tasks',
  documentation: 'https://code.visualstudio.com/docs/debugtest/tasks',
  files: ['tasks.json', '*tasks.json'],
  languages: [],
  content: {
    files: ['*.{json,jsonc}'],
    test: text => text.includes('"tasks"') && text.includes('"label"') && text.includes('"command"'),
  },
  comment: '//',
  syntax: readJson,
  fill: text => fillPlaceholders(text, BRACED_EXPRESSION),
  places: taskPlaces(),
});
