import { asProtocol } from '../../../../../registry/port.ts';
import { type Mapped, slice } from '../../../text/mapped.ts';
import type { CommandPort } from '../commandValue.ts';
import { rulePorts } from './rulePort.ts';

/**
 * What Windows' own tools open, also where a script passes their arguments on in one text: `netsh advfirewall … localport=80`
 * and `New-NetFirewallRule -LocalPort 80,443`.
 * https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-advfirewall
 */
export function readWindowsRules(text: Mapped): readonly CommandPort[] {
  if (!/port(?:=|\s)/i.test(text.text)) return [];
  return [...text.text.matchAll(RULE)].flatMap(({ 0: all, 1: which = '', 2: ports = '', index }) => {
    const line = lineAt(text.text, index);
    const named = asProtocol(/protocol[= ]["']?(\w{3,4})/i.exec(line)?.[1] ?? '');
    const role =
      which.toLowerCase() === 'listenport' ? 'forward' : /action[= ]["']?block/i.test(line) ? 'deny' : 'allow';
    const word = slice(text, index + all.length - ports.length, index + all.length);
    const found = rulePorts(word, { role, protocols: named ? [named] : undefined });
    return which.toLowerCase() === 'connectport' ? found.map(port => ({ ...port, role: 'connect' })) : found;
  });
}

const RULE = /(?<!\w)-?(localport|remoteport|listenport|connectport)(?:=|\s{1,9})["']?(\d{1,5}(?:[-,]\d{1,5}){0,99})/gi;

/** The line around an offset; it is no longer than a command. */
function lineAt(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - LONGEST), at);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const after = text.slice(at, at + LONGEST);
  const end = after.indexOf('\n');
  return before + (end < 0 ? after : after.slice(0, end));
}

/** In characters, to each side. */
const LONGEST = 500;
