import { BRACED_EXPRESSION, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { onHost } from './tree/onHost.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { launchPlaces } from './vscode/launchPlaces.ts';

/** What the debuggers of VS Code start, and where they attach. */
export const vscodeLaunch: Format = defineTreeFormat({
  id: 'vscode-launch',
  title: 'VS Code launch configurations',
  documentation: 'https://code.visualstudio.com/docs/debugtest/debugging-configuration',
  files: ['launch.json', '*launch.json'],
  except: ['*.launchSettings.json'],
  languages: [],
  content: {
    files: ['*.{json,jsonc}'],
    test: text => text.includes('"configurations"') && text.includes('"request"') && text.includes('"type"'),
  },
  comment: '//',
  syntax: readJson,
  fill: text => fillPlaceholders(text, BRACED_EXPRESSION),
  scope: onHost,
  places: launchPlaces(),
});
