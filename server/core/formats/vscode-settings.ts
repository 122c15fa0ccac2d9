import { BRACED_EXPRESSION, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { launchPlaces } from './vscode/launchPlaces.ts';
import { settingPlaces } from './vscode/settingPlaces.ts';
import { taskPlaces } from './vscode/taskPlaces.ts';

/** Settings of VS Code, also those of a workspace file with what else stands there. */
export const vscodeSettings: Format = defineTreeFormat({
  id: 'vscode-settings',
  title: 'VS Code settings and workspaces',
  documentation: 'https://code.visualstudio.com/docs/remote/containers#_forwarding-or-publishing-a-port',
  files: ['**/{.,}vscode*/settings.json', '*.code-workspace', '*vscode*settings*.json'],
  languages: ['code-workspace'],
  content: {
    files: ['*.{json,jsonc}'],
    test: text => text.includes('"remote.portsAttributes"') || text.includes('"editor.formatOnSave"'),
  },
  comment: '//',
  syntax: readJson,
  dotted: true,
  fill: text => fillPlaceholders(text, BRACED_EXPRESSION),
  places: [...launchPlaces('launch.'), ...taskPlaces('tasks.'), ...settingPlaces('settings.'), ...settingPlaces()],
});
