import { powershellTree } from '../syntax/powershellTree.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeSetting } from './values/codeSetting.ts';
import { command } from './values/command.ts';

const line = command();
const other = codeSetting();

/** Scripts of PowerShell: what they set and run. */
export const powershell: Format = defineTreeFormat({
  id: 'powershell',
  title: 'PowerShell scripts',
  documentation: 'https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-08',
  files: ['*.{ps1,psm1}'],
  languages: ['powershell'],
  syntax: powershellTree,
  places: [],
  rest: {
    what: 'command line, or by the words of its name',
    read(node, at) {
      (typeof at.path.at(-1) === 'number' ? line : other).read(node, at);
    },
  },
});
