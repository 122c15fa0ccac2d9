import { readOptions } from '../../ports/read/commandLine.ts';
import { readProxyLabel } from '../../ports/read/proxyLabel.ts';
import { readSetting } from '../../ports/read/setting.ts';
import { readWords } from '../../syntax/shell.ts';
import { type Mapped, slice } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `PORT=80 "OPTS=--listen :80 --verbose" traefik.port=80`: variables and labels, by the words of their names. */
export function unitEnvironment(): Reader {
  return {
    what: 'variables, by the words of their names',
    read(node, at) {
      for (const scalar of scalars(node)) {
        for (const { assignments, words } of readWords(at.text(scalar))) {
          for (const { name, value } of assignments) addVariable(name, value, at);
          for (const word of words) {
            const cut = word.text.indexOf('=');
            if (cut > 0) addVariable(word.text.slice(0, cut), slice(word, cut + 1, word.text.length), at);
          }
        }
      }
    },
  };
}

function addVariable(name: string, value: Mapped, at: At): void {
  if (name.startsWith('tsdproxy.')) {
    for (const { port, role } of readProxyLabel(name, value))
      at.add({ ...port, role, protocols: ['tcp'], confidence: 'certain' }, value.span);
    return;
  }
  const options = readOptions(name, value);
  for (const port of options) at.addCommand(port);
  if (options.length === 0) for (const port of readSetting(name, value, at.words)) at.add(port, value.span);
}
