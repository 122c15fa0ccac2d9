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
      if (node.kind === 'scalar' && isFile(node.text))
        at.embed(node.text.trimStart().startsWith('{') ? '.json' : '.yaml', at.text(node));
      else (typeof at.path.at(-1) === 'number' ? line : other).read(node, at);
    },
  },
});

/** A here-string that is a file of its own: a JSON object, or keys with what is below them. */
function isFile(text: string): boolean {
  return text.includes('\n') && (/^\s{0,99}\{\s/.test(text) || /^\s{0,99}[\w-]{1,80}:\s/.test(text));
}
