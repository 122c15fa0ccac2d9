import type { Reader } from '../tree/place.ts';
import { type CodeSettingOptions, codeSetting } from './codeSetting.ts';
import { command } from './command.ts';

/** A literal of a program: one of several lines is a script for a shell, the others are settings. */
export function scriptOrSetting(options?: CodeSettingOptions): Reader {
  const script = command();
  const other = codeSetting(options);
  return {
    what: `${other.what}; command lines`,
    read(node, at) {
      if (node.kind === 'scalar' && node.text.includes('\n') && at.keys.some(key => SAID.test(key))) return;
      const isScript = node.kind === 'scalar' && node.text.includes('\n');
      (isScript ? script : other).read(node, at);
    },
  };
}

/** Texts for people. */
const SAID = /^(?:puts|print|echo|warn|raise|abort|info|error|success|.*message)$/;
